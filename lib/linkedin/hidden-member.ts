/** What stands in place of the name of a member who is hidden from the viewer, by interface language. */
export const hiddenMember = new Set([
  'linkedin member', // en
  'linkedin-mitglied', // de
  'membre linkedin', // fr
  'membre de linkedin',
  'miembro de linkedin', // es
  'usuário do linkedin', // pt
  'membro do linkedin',
  'utente linkedin', // it
  'membro di linkedin',
  'linkedin-lid', // nl
  'użytkownik linkedin', // pl
  'członek linkedin',
  'linkedin-medlem', // da, no, sv
  'linkedinmedlem',
  'linkedin-jäsen', // fi
  'člen linkedinu', // cs
  'linkedin üyesi', // tr
  'участник linkedin', // ru
  'учасник linkedin', // uk
  'membru linkedin', // ro
  'anggota linkedin', // id
  'linkedinメンバー', // ja
  'linkedin 회원', // ko
  '领英会员', // zh
  'linkedin 會員',
  'عضو linkedin', // ar
]);
