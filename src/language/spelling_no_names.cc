#include <string_view>

#include "language/spelling.h"
#include "language/spelling_words.h"

namespace attune::language {
namespace {

// Words that hardly are names and so are read by what they mean even with a capital: of faiths, of
// families, "Ah'm". A word of faith stands for what it is in a day's talk, so that a prayer in
// one's own words is not a word unknown. Our own list, read by nobody of each faith yet.
constexpr std::string_view kNoNames = R"(
a'd=i'd|a'll=i'll|a'm=i'm|a've=i've|aa'd=i'd|aa'll=i'll|aa'm=i'm|aa've=i've|aarti=prayer|abba=dad
abbu=dad|adonai=god|ah'd=i'd|ah'll=i'll|ah'm=i'm|ah've=i've|ahm=i'm|aiyo=oh no|akhira=afterlife
akhirah=afterlife|alaikom=|alaikum=|alamak=oh no|alaykum=|aleichem=|aleikum=
alhamdulilah=thankfully|alhamdulillah=thankfully|alhamdulillahi=thankfully|allah=god|allah's=god's
allahu=god|allahumma=god|alleluia=wonderful|amanillah=goodbye|ameen=amen|ameen's=amen|amein=amen
amma=mum|amma's=mum's|ammi=mum|ammi's=mum's|appa=dad|appa's=dad's|arbaeen=memorial|ardaas=prayer
ardas=prayer|asalaam=hello|asalamu=hello|ashura=memorial|assalam=hello|assalamu=hello
assalamualaikum=hello|astagfirallah=oh no|astagfirullah=oh no|astaghfirallah=oh no
astaghfirullah=oh no|atma=soul|atman=soul|aveira=sin|aveirah=sin|averah=sin|ayah's=verse's
b'ezras=with help from|b'ezrat=with help from|baisakhi=festival|baraka=blessing|barakah=blessing
barakallah=bless you|barakallahu=bless you|barkat=blessing|be'ezrat=with help from
bezras=with help from|bh=thankfully|bhagavan=god|bhagwan=god|bhagwan's=god's|bhajan=hymn
bhajans=hymns|bhante=monk|bhikkhu=monk|bismillah=let's begin|bitachon=faith|bracha=blessing
brachah=blessing|brachos=blessings|brachot=blessings|brocha=blessing|chasuna=wedding
chasunah=wedding|chatan=groom|chavrusa=study partner|chavrusas=study partners
chavruta=study partner|chosson=groom|chuppah=wedding|daddy=dad|daddy's=dad's|darbar=hall
dargah=shrine|dastar=turban|dasvandh=charity|daven=pray|davened=prayed|davening=praying
davens=prays|deen=faith|dhikr=prayer|dhuhr=noon prayer|dikir=prayer|diya=lamp|diyas=lamps
du'a=prayer|du'as=prayers|dua=prayer|duaa=prayer|duas=prayers|dukkha=suffering|duniya=world
dupatta=scarf|eh'd=i'd|eh'll=i'll|eh'm=i'm|eh've=i've|eidi=money|ekadashi=fast
elhamdulillah=thankfully|elohim=god|emunah=faith|fajar=morning prayer|fajr=morning prayer
fitna=trouble|fitnah=trouble|gehenom=hell|gehinnom=hell|ghusl=washing|granthi=priest|gunaah=sin
gunah=sin|gurbani=scripture|gurdwara=church|gurdwara's=church's|gurudwara=church|guruji=teacher
gutka=prayer book|hadeeth=scripture|hadith=scripture|halaal=right|halal=right|hallelujah=wonderful
halleluyah=wonderful|hamdulillah=thankfully|hamdullah=thankfully|haq=right|haqq=right|haraam=wrong
haram=wrong|hashem=god|hashem's=god's|hukamnama=reading|i'ma=i'm going to|i'mma=i'm going to
iblis=devil|iddah=mourning|iftaar=evening meal|iftar=evening meal|iftars=evening meals
ima=i'm going to|imaan=faith|iman=faith|imma=i'm going to|insha'allah=hopefully|inshaa=hopefully
inshaallah=hopefully|inshallah=hopefully|insyallah=hopefully|ion=i don't|ishallah=hopefully
ishvar=god|ishwar=god|isya=night prayer|iyh=hopefully|iz=me|jahannam=hell|jamaah=community
jamaat=community|janaza=funeral|janazah=funeral|jannah=heaven|jannat=heaven|japa=prayer
jazak'allah=thank you|jazakallah=thank you|jazakallahu=thank you|jehovah=god|jenazah=funeral
jinn=demon|jinns=demons|jumma=friday prayer|jummah=friday prayer|jumu'ah=friday prayer
jumuah=friday prayer|jzk=thank you|kaddish=mourning prayer|kaffir=unbeliever|kafir=unbeliever
kallah=bride|kehilla=community|kehillah=community|kein=|kesh=hair|khair=good|khayr=good
khidmah=care|khidmat=care|khuda=god|khudahafiz=goodbye|khula=divorce|kippah=cap|kirpan=sword
kirtan=hymns|kismet=fate|koran=scripture|kufr=disbelief|langar=shared meal|levaya=funeral
levayah=funeral|maghrib=evening prayer|magrib=evening prayer|mam=mum|mam's=mum's|mama=mum
mama's=mum's|mamaw=grandmother|mammy=mum|mandir=church|masha'allah=how wonderful
mashaallah=how wonderful|mashallah=how wonderful|masjid=church|masjid's=church's|masjids=churches
masyallah=how wonderful|maulana=priest|maw's=mum's|mazal=good luck|mazel=good luck
meemaw=grandmother|metta=kindness|misbaha=prayer beads|mitzva=good deed|mitzvah=good deed
mitzvos=good deeds|mitzvot=good deeds|momma=mum|momma's=mum's|mommy=mum|mufti=priest
muharram=mourning month|mullah=priest|mummy=mum|mummy's=mum's|nachas=joy|naches=joy|nafs=self
namaaz=prayer|namaskaaram=hello|namaskar=hello|namaskaram=hello|namaste=hello|namaz=prayer
narak=hell|naseeb=fate|nasib=fate|nefesh=soul|neshama=soul|neshamah=soul|nikah=wedding
nikkah=wedding|nitnem=prayers|oga=boss|omds=oh my god|omein=amen|omeyn=amen|paap=sin|paath=prayer
pagri=turban|pandit=priest|panditji=priest|papam=sin|papaw=grandfather|paramatma=god|parmatma=god
parsha=reading|pooja=prayer|prabhu=god|pranam=hello|prasad=offering|prashad=offering|puja=prayer
pujari=priest|pujas=prayers|qadar=fate|qadr=fate|qismat=fate|qur'an=scripture|quraan=scripture
quran=scripture|rabba=god|ramadan=fasting month|ramadhan=fasting month|ramazan=fasting month
ramzan=fasting month|rebbe=rabbi|rebbe's=rabbi's|rebbetzin=rabbi's wife|rebbi=teacher
refua=recovery|refuah=recovery|rov=rabbi|rozas=fasting|sabar=patience|sabr=patience|sadaqa=charity
sadaqah=charity|sadqah=charity|salaah=prayer|salaam=hello|salah=prayer|salam=hello|salams=hello
salat=prayer|sangat=congregation|satsriakal=hello|sawm=fasting|sehri=early meal|sewa=service
shabbat=weekend|shabbes=weekend|shabbos=weekend|shaheed=martyr|shahid=martyr|shaitan=devil
shalom=hello|sharia=law|shaykh=priest|shaytaan=devil|shaytan=devil|shayton=devil|sheikh=priest
sheitel=wig|sheleima=complete|shidduch=match|shidduchim=matches|shleima=complete|shleimah=complete
shul=church|shul's=church's|siddur=prayer book|simcha=celebration|simchas=celebrations
simran=prayer|solat=prayer|subhan'allah=wow|subhanalla=wow|subhanallah=wow|subuh=morning prayer
suhoor=early meal|suhur=early meal|sukkos=festival|sukkot=festival|sunnah=right|surah=verse
swami=teacher|swamiji=teacher|swarg=heaven|tahajjud=night prayer|talaq=divorce|taqwa=faith
taraweeh=prayers|tarawih=prayers|tasbeeh=prayer beads|tasbih=prayer beads|tauba=repentance
taubah=repentance|tawakkal=trust|tawakkul=trust|tawba=repentance|tawbah=repentance|tefilla=prayer
tefillah=prayer|tefillas=prayer|tefillos=prayers|tefillot=prayers|tehilim=psalms|tehillim=psalms
teshuva=repentance|teshuvah=repentance|torah=scripture|toyrah=scripture|tzedakah=charity
tzedokah=charity|tzitzis=fringes|ummah=community|upvas=fast|ustadh=teacher|ustadha=teacher
ustaz=teacher|ustazah=teacher|uve=you've|v'shalom=forbid|v'sholom=forbid|vaheguru=god
vaisakhi=festival|vanakkam=hello|vihara=church|vrat=fast|vshalom=forbid|wa'alaikum=hello
waalaikum=hello|wah=wow|wahe=god|waheguru=god|waheguru's=god's|walaikum=hello|walaikumsalam=hello
walao=oh no|walima=wedding|wallah=i swear|wallahi=i swear|wallahy=i swear|waswas=dark thoughts
waswasa=dark thoughts|wudhu=washing|wudu=washing|wuzu=washing|yahrtzeit=anniversary
yahrzeit=anniversary|yahweh=god|yarmulke=cap|yatra=pilgrimage|yetzer=temptation
yirbu=may there be more|yizkor=memorial|yomtov=holiday|yontif=holiday|yontiff=holiday
zakah=charity|zakat=charity|zikr=prayer|ziyarah=pilgrimage|zuhr=noon prayer|zulm=injustice
zuwwar=pilgrims
)";

}  // namespace

std::string_view no_names() {
  return kNoNames;
}

bool is_no_name(std::string_view form) {
  static const WordTable kWords(entries(kNoNames));
  return kWords.contains(form);
}

}  // namespace attune::language
