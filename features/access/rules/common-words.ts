/**
 * What common passwords are made of. Our own list, put together from habits
 * that are described everywhere (keyboard rows, names, years, lucky numbers,
 * pinyin phrases); it copies no published list of leaked passwords.
 */
const lines = (text: string): readonly string[] => text.trim().split(/\s+/);

/** English words and names of products and accounts. */
const ENGLISH = lines(`
password passw0rd passwd pass admin administrator root user guest test tester testing demo manager
master system server service super superuser login welcome letmein default changeme secret private
public office company internet windows linux android iphone apple google huawei xiaomi oracle mysql
computer laptop hello helloworld monkey dragon tiger lion eagle panda shadow sunshine princess prince
superman batman spiderman pokemon starwars football baseball basketball soccer hockey michael jordan
jessica jennifer daniel thomas robert william james charlie andrew anthony matthew joshua ashley nicole
love lover iloveyou loveyou forever angel baby honey sweet flower summer winter spring autumn monday
friday january december china beijing shanghai hongkong trustno1 whatever freedom killer hunter ranger
cookie chocolate coffee banana orange cherry pepper ginger silver golden purple yellow qwerty
`);

/** Pinyin: phrases, surnames with usual given names, cities, offices. */
const PINYIN = lines(`
woaini woaini1314 woaiwojia woaizuguo woaizhongguo aini ainiyiwannian mima wodemima nihao nihaoma
zhongguo zhonghua renmin beijing shanghai guangzhou shenzhen tianjin chongqing wuhan chengdu hangzhou
nanjing xian zhengzhou luoyang luohe siping qingdao jinan shenyang changchun haerbin dalian suzhou
henan shandong jilin hebei hunan hubei guangdong jiangsu zhejiang sichuan zhengfu jiedao shequ juweihui
wangge shequn dangyuan dangzhibu lingdao shuji zhuren keyuan bangong bangongshi guanli guanliyuan
xitong xinxi zhongxin fuwu gongan weiwei xiaoxin baobao laopo laogong mama baba gege jiejie didi meimei
zhangwei wangwei lina liwei wangfang zhangmin lijing wangjing liujing zhangli liqiang wangqiang zhangjie
lijie wanglei zhanglei liulei chenjie liuyang liyang wangyang zhangyang liuwei chenwei yangyang zhangtao
litao wangtao liuyan wangyan zhangyan lihui wanghui zhanghui wangjun lijun zhangjun liujun wangping
liping zhangping xiaoming xiaohong xiaoli xiaowang xiaozhang xiaoli dabao erbao tiantian lele huanhuan
kuaile xingfu pingan jiankang facai gongxi gongxifacai wanshiruyi shunli haoyun chenggong fendou jiayou
`);

/** Rows and walks on the keyboard. */
const KEYBOARD = lines(`
qwertyuiop asdfghjkl zxcvbnm qwertyui qwertyuiopasdf asdfghjklzxc qwer asdf zxcv qweasd qweasdzxc
qazwsx qazwsxedc qazwsxedcrfv wsxedc 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsx zaq1xsw2 1q2w3e
1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 a1b2c3 a1b2c3d4 a1s2d3f4 abc abcd abcde abcdef
abcdefg abcdefgh abcabc aabbcc aaaaaa qqqqqq zzzzzz poiuytrewq lkjhgfdsa mnbvcxz qwe asd zxc qaz wsx aa a q
`);

export const WORDS: readonly string[] = [...new Set([...ENGLISH, ...PINYIN, ...KEYBOARD])];

/** What people put behind (or before) a word: counting, lucky numbers, marks. */
export const TAILS: readonly string[] = lines(`
0 1 01 11 12 22 66 88 99 100 110 111 119 120 123 321 222 333 456 520 521 555 666 777 789 888 999 000
1111 1122 1212 1234 1314 1688 2580 5188 6666 7777 8888 9999 0000 0123 4321 12345 54321 11111 66666 88888
111111 112233 121212 123123 123321 123456 147258 159357 168168 520520 521521 654321 666666 888888 999999
5201314 7758258 7758521 1314520 1314521 1234567 12345678 87654321 11223344 123456789 987654321 1234567890
0123456789 147258369 123123123 1233211234567 a abc qwe
`);

export const MARKS: readonly string[] = ['', '!', '!!', '@', '#', '.', '_', '*', '?', '~'];
