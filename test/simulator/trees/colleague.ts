export const colleagueTree = `
Documents/
  1-1 notes Megan.docx
  Onboarding plan.docx
  Travel/
    Expenses Lisbon.xlsx
Pictures/
  Whiteboard 2026-09-30.jpg
Holiday calendar.xlsx
`;
