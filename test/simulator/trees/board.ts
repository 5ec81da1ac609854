export const boardTree = `
Minutes/
  Minutes 2026-06.docx
  Minutes 2026-09.docx
Strategy 2030.pptx
`;
