/** What people and attackers write into names. */
export const ODD_TEXTS = {
  'a name of thirty Korean characters': '가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노',
  'a name of thirty wide Latin letters': 'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  'a very long text without a space': '한'.repeat(400),
  'a very long text with spaces': '아주 긴 이름 '.repeat(60),
  'a long Japanese text': '京都の老舗料亭「北村食堂」本店でお使いいただけます。'.repeat(8),
  markup: '<script>alert("가")</script> & <b>\'굵게\'</b> ]]> &amp;',
  emoji: '🎁🎉 축하 👨‍👩‍👧‍👦 ❤️ 👍🏽 🇰🇷 ☕',
  'right-to-left text': 'שלום עולם 123 ابن محمد (50,000) 님',
  'marks in a stack': `가${'\u0301'.repeat(200)}나e${'\u0323'.repeat(200)}`,
  'direction overrides and controls': 'a\u202e000,05\u202c b\u0000\n\tc\ud800',
  '4,096 characters with everything in them': '<b>긴 글</b> שלום 🎁 ありがとう & more '.repeat(140).slice(0, 4_096),
  nothing: '',
};
