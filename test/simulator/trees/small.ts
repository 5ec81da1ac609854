export const smallTree = `
Notes/
  Minutes.docx
  Questions.docx
Plan.xlsx
Read me first.docx
`;
