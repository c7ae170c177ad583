namespace Protect.Scorm.Targets;

/// <summary>The texts of instruction sheets in Turkish, by the English text.</summary>
internal static class SheetTurkish
{
    public static IReadOnlyDictionary<string, string> Texts { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCORM 1.2 RTE, 3.4"] = "SCORM 1.2 RTE, 3.4",
            ["common to the LMSs whose code was read"] = "kodu okunan platformlarda ortak",
            ["Put the package into {0}"] = "Paketi yükleme: {0}",
            ["your LMS"] = "platformunuz",
            ["What this package reports"] = "Bu paketin bildirdikleri",
            ["Settings to choose"] = "Seçilecek ayarlar",
            ["Check with the first learner"] = "İlk katılımcıyla kontrol",
            ["When nothing is recorded"] = "Hiçbir şey kaydedilmediğinde",
            [
                "These instructions were tried on a running installation, unless a source says "
                    + "otherwise. Names of settings may differ in your release."
            ] =
                "Bu yönergeler, kaynak aksini belirtmedikçe, çalışan bir kurulumda denendi. "
                + "Ayarların adları sizin sürümünüzde farklı olabilir.",
            [
                "These instructions come from the code and the documentation of this LMS. They were not "
                    + "tried on a running installation: check with the first learner."
            ] =
                "Bu yönergeler bu platformun kodundan ve belgelerinden gelir. Çalışan bir kurulumda "
                + "denenmedi: ilk katılımcıyla kontrol edin.",
            [
                "This LMS is closed source. These instructions come from its documentation and were not "
                    + "tried: check with the first learner."
            ] =
                "Bu platformun kodu kapalıdır. Bu yönergeler belgelerinden gelir ve denenmedi: ilk "
                + "katılımcıyla kontrol edin.",
            [
                "This sheet applies to any LMS that supports SCORM 1.2. Names of settings differ: look "
                    + "for the settings described here."
            ] =
                "Bu sayfa, SCORM 1.2 destekleyen her platform için geçerlidir. Ayarların adları "
                + "farklıdır: burada anlatılan ayarları arayın.",
            ["The instructions for this LMS are in English, with the names that its English pages use."] =
                "Bu platforma için yönergeler İngilizcedir ve İngilizce sayfalarındaki adları " + "kullanır.",
            ["Upload the zip as it is; do not unpack it, and do not zip it again."] =
                "Zip dosyasını olduğu gibi yükleyin; açmayın ve yeniden sıkıştırmayın.",
            ["The manifest must be at the root of the zip."] = "Manifest dosyası zip içinde en üstte olmalıdır.",
            [
                "Where the platform offers it: the best score counts, the highest score is 100, attempts "
                    + "are unlimited."
            ] = "Platform sunuyorsa: en iyi puan sayılır, en yüksek puan 100'dür, deneme sayısı " + "sınırsızdır.",
            ["The course counts its attempts itself and reports the best result as a percentage."] =
                "Kurs denemeleri kendisi sayar ve en iyi sonucu yüzde olarak bildirir.",
            [
                "When you replace the package by a newer version of the same course, update it in place; "
                    + "do not delete it first."
            ] = "Paketi aynı kursun daha yeni bir sürümüyle değiştirirken yerinde güncelleyin; önce " + "silmeyin.",
            ["Its identifiers stay the same, so that learners keep their results."] =
                "Tanımlayıcıları aynı kalır, böylece katılımcıların sonuçları korunur.",
            ["Log in as a learner, not as an editor, in a separate browser."] =
                "Ayrı bir tarayıcıda, düzenleyici olarak değil katılımcı olarak oturum açın.",
            ["Previews of editors are often recorded differently, or not at all."] =
                "Düzenleyicilerin önizlemeleri çoğu zaman farklı kaydedilir ya da hiç kaydedilmez.",
            [
                "Open three pages, leave with the button “Leave” of the course, and open it again: it "
                    + "shows the page you were on."
            ] = "Üç sayfa açın, kursun çıkış düğmesiyle çıkın ve yeniden açın: kaldığınız sayfayı " + "gösterir.",
            ["Complete the course as a learner would, and leave it."] = "Kursu bir katılımcı gibi tamamlayın ve çıkın.",
            [
                "Look at the report of the platform: it shows the status and the time, and they match "
                    + "the top of this sheet."
            ] = "Platformun raporuna bakın: durum ve süre görünür ve bu sayfanın başındakilerle " + "aynıdır.",
            [
                "Look at the report of the platform: it shows status, score and time, and they match the "
                    + "top of this sheet."
            ] = "Platformun raporuna bakın: durum, puan ve süre görünür ve bu sayfanın " + "başındakilerle aynıdır.",
            ["Do the same on a phone: lock it in the middle, and open the course again."] =
                "Aynısını telefonda yapın: ortasında telefonu kilitleyin ve kursu yeniden açın.",
            [
                "The browser downloads a file instead of opening the course: the server sends a wrong "
                    + "content type. Ask the people who run the platform to send .html as text/html, .js as "
                    + "text/javascript and .css as text/css."
            ] =
                "Tarayıcı kursu açmak yerine bir dosya indiriyor: sunucu yanlış içerik türü "
                + "gönderiyor. Platformu yönetenlerden .html dosyalarını text/html, .js dosyalarını "
                + "text/javascript, .css dosyalarını text/css olarak göndermelerini isteyin.",
            [
                "The course says at its top that nothing is saved: the connection or the login is gone. "
                    + "Keep the page open if you can; otherwise open the course again on the same device, and "
                    + "it sends what it kept."
            ] =
                "Kurs en üstte hiçbir şeyin kaydedilmediğini söylüyor: bağlantı koptu veya oturum "
                + "kapandı. Mümkünse sayfayı açık tutun; değilse kursu aynı cihazda yeniden açın, "
                + "sakladıklarını gönderir.",
            [
                "The course says that it was opened without a platform: it runs from a different address "
                    + "than the platform, or in a separate window that cannot reach it. Choose to show it in "
                    + "the same window."
            ] =
                "Kurs platform olmadan açıldığını söylüyor: platformdan farklı bir adreste veya ona "
                + "ulaşamayan ayrı bir pencerede çalışıyor. Aynı pencerede göstermeyi seçin.",
            ["In SCORM 1.2 the course finds the platform through the windows around it."] =
                "SCORM 1.2'de kurs, platformu çevresindeki pencerelerden bulur.",
            [
                "The report stays empty although the course showed no error: play the same zip in the "
                    + "preview of protect-scorm. If status and score appear there, the settings of the "
                    + "platform are the cause."
            ] =
                "Kurs hata göstermediği hâlde rapor boş kalıyor: aynı zip dosyasını protect-scorm "
                + "önizlemesinde oynatın. Durum ve puan orada görünüyorsa neden platformun ayarlarıdır.",
            [
                "The platform never stores the result: the learner presses “Save a record of my work” in "
                    + "the course and sends you that text, which contains the result."
            ] =
                "Platform sonucu hiç saklamıyor: katılımcı kursta çalışmasının kaydını alır ve "
                + "sonucu içeren bu metni size gönderir.",
            ["Status until then: “incomplete”."] = "O zamana kadar durum: “incomplete”.",
            ["“failed” is reported only when no attempt is left."] =
                "“failed” yalnızca deneme hakkı kalmadığında bildirilir.",
            ["Pass mark: {0} %."] = "Geçme sınırı: % {0}.",
            ["Score: the best result of the assessment, a percentage from 0 to 100."] =
                "Puan: değerlendirmenin en iyi sonucu, 0 ile 100 arasında bir yüzde.",
            ["Score: the share of knowledge checks done right, a percentage from 0 to 100."] =
                "Puan: doğru yanıtlanan soruların payı, 0 ile 100 arasında bir yüzde.",
            ["No score."] = "Puan yok.",
            ["Each checked answer, by the id of its question; no free text of a learner."] =
                "Kontrol edilen her yanıt, sorusunun kimliğiyle; katılımcının yazdığı hiçbir metin " + "gönderilmez.",
            ["No individual answers, and no free text of a learner."] =
                "Tek tek yanıtlar ve katılımcının yazdığı metinler gönderilmez.",
            ["The time of each visit, and the page that the learner was on."] =
                "Her ziyaretin süresi ve katılımcının bulunduğu sayfa.",
            ["all pages are seen"] = "bütün sayfalar görüldüğünde",
            ["all knowledge checks are done"] = "bütün sorular yapıldığında",
            ["the assessment is passed"] = "değerlendirme geçildiğinde",
            [
                "Status when {0}: “completed”; the platform turns the score into “passed” or “failed” by "
                    + "the mastery score of the package."
            ] =
                "{0} durum: “completed”; platform, paketin geçme sınırına göre puanı “passed” veya "
                + "“failed” yapar.",
            ["Status when {0}: first “completed”, then “passed”."] = "{0} durum: önce “completed”, sonra “passed”.",
            ["Status when {0}: “completed”."] = "{0} durum: “completed”.",
        };
}
