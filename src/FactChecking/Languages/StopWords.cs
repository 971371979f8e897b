using System.Collections.Frozen;
using FactChecking.Text;

namespace FactChecking.Languages;

/// <summary>Words that say nothing of what a message is about. Written as they are; compared folded.</summary>
internal static class StopWords
{
    private const string English = """
        a an the and or but if of in on at to for from by with about as into over after before than then so too very just
        only also not no nor is are was were be been being am do does did done has have had having will would can could
        should may might must shall i me my we us our you your he him his she her it its they them their this that these
        those there here what which who whom whose when where why how all any both each few more most other some such own
        same up down out off again once dont doesnt didnt isnt arent wasnt cant wont im ive youre thats theres via rt amp
        """;

    private const string Russian = """
        и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще
        нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом
        себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под
        будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее были куда зачем
        всех никогда можно при об это эта эти наш их как бы либо про
        """;

    private const string Ukrainian = """
        і й та в у на не що він вона воно вони я ми ви ти з зі із до по за від як а але або чи же ж би б це цей ця ці те той
        та тих його її їх їм нам вам мені мене нас вас себе вже ще ні так там тут де коли хто чого чому який яка яке які
        якщо щоб бо для про при під над без через після перед між тільки лише також теж був була було були буде будуть є
        немає може можна треба весь вся все всі
        """;

    private const string Chinese = "的了是在和与就都而及或个也很到说要去你会着没有看好自己这那他她它们吗呢吧啊呀么之为被把让给从对但还又才我啦";

    private static readonly FrozenSet<string> Words =
        $"{English} {Russian} {Ukrainian}"
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(TextFolding.Fold)
            .ToFrozenSet();

    private static readonly FrozenSet<char> Characters = Chinese.ToFrozenSet();

    /// <summary>True for a folded word that is left out of searches.</summary>
    public static bool Contains(ReadOnlySpan<char> foldedWord) =>
        Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(foldedWord);

    /// <summary>True for a Chinese particle or pronoun, left out when it stands alone.</summary>
    public static bool Contains(char character) => Characters.Contains(character);
}
