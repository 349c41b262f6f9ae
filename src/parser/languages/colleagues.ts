/**
 * Questions about a colleague, in every language but English, whose table has its own. `@` is the person, `busy` any
 * state, `status` and `show` stand for all words of theirs. With `?` at the end, only a question mark makes it one.
 */
export const colleagueQuestions: Readonly<Record<string, string>> = {
  de: `
    status @ | @ status | status von @ | wie ist status von @ | was ist status von @ | wie ist @ status | welchen status hat @ | show status von @ | show @ status |
    ist @ busy | ist @ da | ist @ hier | ist @ im büro | ist @ am platz | ist @ am rechner | ist @ zurück | ist @ wieder da | ist @ online | ist @ im haus | ist @ schon da | ist @ noch da |
    wo ist @ | was macht @ | was ist mit @ | wie sieht es bei @ aus | hat @ zeit | arbeitet @ | wo steckt @ | steht @ auf busy | show ob @ busy ist | show ob @ da ist | show wo @ ist |
    @? | @ busy? | @ da? | @ hier? | @ ist busy? | @ ist da? | weißt du ob @ busy ist | weißt du ob @ da ist`,
  fr: `
    status @ | @ status | status de @ | quel est status de @ | show status de @ | quel status a @ | c'est quoi status de @ | est ce que @ est busy | est ce que @ est là | est ce que @ est ici | est ce que @ est au bureau |
    @ est il busy | @ est elle busy | @ est il là | @ est elle là | où est @ | que fait @ | où se trouve @ | qu'est ce que @ fait | comment est @ | et @? | @? | @ busy? | @ là? | @ est busy? | @ est là? | @ est au bureau? |
    show si @ est busy | show si @ est là | show où est @`,
  es: `
    status @ | @ status | status de @ | cuál es status de @ | show status de @ | qué status tiene @ | en qué status está @ | está @ busy | está @ ahí | está @ aquí | está @ en la oficina | cómo está @ | dónde está @ | qué hace @ |
    qué está haciendo @ | @? | y @? | @ busy? | @ está busy? | @ está ahí? | @ está aquí? | @ está? | está @? | show si @ está busy | show si está @ busy | show dónde está @ | sabes si @ está busy`,
  'pt-BR': `
    status @ | @ status | status de @ | status do @ | status da @ | qual é status de @ | qual é status do @ | qual é status da @ | qual status de @ | qual status do @ | qual status da @ | show status de @ | show status do @ | show status da @ |
    em que status está @ | está @ busy? | como está @ | onde está @ | cadê @ | cadê o @ | cadê a @ | o que @ está fazendo | @? | e @? | @ busy? | @ está busy? | @ está aí? | @ está? | @ tá busy? | @ tá aí? | @ está no escritório? |
    show se @ está busy | sabe se @ está busy`,
  'zh-Hans': `
    @status | @的status | @的status是什么 | @是什么status | @现在是什么status | @现在的status | show@的status | show@status | @现在status | status@ | @在吗 | @在不在 | @在线吗 | @busy吗 | @busy? | @现在busy吗 | @有空吗 | @现在有空吗 | @方便吗 |
    @在哪 | @在哪里 | @在哪儿 | @在干嘛 | @在做什么 | @在干什么 | @在忙什么 | @忙不忙 | @现在忙不忙 | @在办公室吗 | @现在在吗 | @? | @呢? | @怎么样? | @是busy吗 | @是不是busy`,
  ja: `
    @status | @のstatus | @のstatusは? | @のstatusはどう | @のstatusは何ですか | @のstatusは何 | @のstatusをshow | @のstatusを教えて | @のstatusを教えてください | @のstatusを見せて | @はbusyですか | @はbusy? | @busy? | @は今busyですか | @さんのstatus | @さんのstatusは? |
    @さんのstatusを教えて | @さんのstatusを教えてください | @さんはbusyですか | @さんはbusy? | @さんは今busyですか | @はいますか | @さんはいますか | @いますか | @はいる? | @さんはいる? | @はどこ | @はどこですか | @さんはどこ | @さんはどこですか | @は何をしていますか |
    @さんは何をしていますか | @は何してる | @さんは何してる | @は? | @さんは? | @? | @さん?`,
};
