export const personalTree = `
Documents/
  Lease.pdf
  Insurance/
    Home insurance.pdf
    Car insurance 2026.pdf
  Taxes/
    Tax return 2024.pdf
    Tax return 2025.pdf
    Receipts 2026.xlsx
  Applications/
    CV Robin Sommer.docx
    Cover letter.docx
Pictures/
  2025/
    Summer/
      IMG_0101.jpg
      IMG_0102.jpg
      IMG_0103.jpg
    Winter/
      IMG_0455.jpg
      IMG_0456.jpg
  2026/
    Baltic Sea/
      IMG_1201.jpg
      IMG_1202.jpg
      IMG_1203.jpg
      IMG_1204.jpg
    Garden/
      IMG_1330.jpg
      IMG_1331.jpg
Choir/
  Programme autumn.docx
  Members.xlsx
  Scores/
    Locus iste.pdf
    Ubi caritas.pdf
    Abendlied.pdf
Flat share/
  Cleaning plan.xlsx
  Shopping list.docx
  Electricity 2026.xlsx
Recipes/
  Bread.docx
  Grandma's dumplings.docx
  Plum cake.docx
Robin's notebook*
Getting started with OneDrive.pdf
Packing list.docx
Household budget.xlsx
`;
