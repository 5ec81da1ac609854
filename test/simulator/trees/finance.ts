export const financeTree = `
Budget/
  Budget 2027.xlsx
  Budget 2027 assumptions.docx
  Budget.xlsx
  Forecast Q4.xlsx
  Department requests/
    Engineering request.xlsx
    Marketing request.xlsx
    People request.xlsx
    Sales request.xlsx
  Archive/
    Budget 2024.xlsx
    Budget 2025.xlsx
    Budget 2026.xlsx
    Budget 2026 final (really).xlsx
Invoices/
  2026/
    01 January/
      INV-2026-0101 Fabrikam.pdf
      INV-2026-0102 Northwind.pdf
      INV-2026-0103 Tailspin.pdf
    02 February/
      INV-2026-0201 Fabrikam.pdf
      INV-2026-0202 Adventure Works.pdf
    03 March/
      INV-2026-0301 Fabrikam.pdf
      INV-2026-0302 Northwind.pdf
    09 September/
      INV-2026-0901 Fabrikam.pdf
      INV-2026-0902 Wingtip Toys.pdf
      INV-2026-0903 Litware.pdf
    10 October/
      INV-2026-1001 Fabrikam.pdf
      INV-2026-1002 Proseware.pdf
      INV-2026-1003 Northwind.pdf
    11 November/
      INV-2026-1101 Fabrikam.pdf
      INV-2026-1102 Contoso Suites.pdf
  2025/
    Invoices 2025 Q1.zip
    Invoices 2025 Q2.zip
    Invoices 2025 Q3.zip
    Invoices 2025 Q4.zip
  Invoice register.xlsx
  Invoice template.docx
Month end/
  Close checklist.xlsx
  Close calendar 2026.xlsx
  2026-08/
    Trial balance 2026-08.xlsx
    Journal entries 2026-08.xlsx
    Bank reconciliation 2026-08.xlsx
    Accruals 2026-08.xlsx
  2026-09/
    Trial balance 2026-09.xlsx
    Journal entries 2026-09.xlsx
    Bank reconciliation 2026-09.xlsx
    Accruals 2026-09.xlsx
  2026-10/
    Trial balance 2026-10.xlsx
    Journal entries 2026-10.xlsx
    Bank reconciliation 2026-10.xlsx
    Accruals 2026-10.xlsx
    Review notes.docx
Reports/
  Quarterly report Q1 2026.pptx
  Quarterly report Q2 2026.pptx
  Quarterly report Q3 2026.pptx
  Board pack/
    Board pack October.pdf
    Board pack November (draft).docx
    Figures for the board.xlsx
  Dashboards/
    Cash flow dashboard.xlsx
    Spend by supplier.xlsx
    Headcount cost.xlsx
Suppliers/
  Supplier list.xlsx
  Contracts/
    Fabrikam master agreement.pdf
    Fabrikam amendment 2.pdf
    Northwind frame contract.pdf
    Proseware order form.docx
    Litware renewal 2027.docx
  Ratings/
    Supplier rating 2026.xlsx
Taxes/
  VAT/
    VAT return 2026 Q1.pdf
    VAT return 2026 Q2.pdf
    VAT return 2026 Q3.pdf
    VAT workings 2026 Q4.xlsx
  Audit/
    Audit requests 2026.xlsx
    Audit evidence/
      Fixed assets register.xlsx
      Lease contracts.pdf
      Payroll sample.xlsx
    Management letter.docx
Expense policy.docx
Finance notebook*
Who approves what.xlsx
`;
