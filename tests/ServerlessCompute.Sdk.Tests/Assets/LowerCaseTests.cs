using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Lower-casing is Python's: it decides the order of files in a hash.</summary>
internal sealed class LowerCaseTests
{
    // Python's tables may be of another year: characters that it does not have, or takes for something else, are left out.
    private const string Program = """
        import unicodedata
        old = lambda text: all(unicodedata.category(c) != "Cn" for c in text)
        for code in range(int(INPUT)):
            c = chr(code)
            if old(c) and not 0xD800 <= code < 0xE000 and c not in "\n\r":
                print(json.dumps([code, unicodedata.category(c), c.lower(), ("a" + c + "\u03A3").lower()[-1], ("a\u03A3" + c + "b").lower()[1], ("a\u03A3" + c).lower()[1]]))
        """;

    private static readonly string[] Categories = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn".Split(' ');

    [TestCase("ABC", "abc")]
    [TestCase("\u0130.txt", "i\u0307.txt")]
    [TestCase("\u039F\u03A3", "\u03BF\u03C2")]
    [TestCase("\u039F\u03A3.txt", "\u03BF\u03C3.txt")]
    [TestCase("\u039F\u03A3/a", "\u03BF\u03C2/a")]
    [TestCase("\u03A3", "\u03C3")]
    [TestCase("\u039F.\u03A3'", "\u03BF.\u03C2'")]
    [TestCase("\U00010400\u03A3", "\U00010428\u03C2")]
    public void Of_SpecialLetters_IsPythons(string text, string lower) => Assert.That(LowerCase.Of(text), Is.EqualTo(lower));

    [Test]
    public async Task Of_EveryCharacter_IsPythons()
    {
        string answer = await PythonWithReference.RunAsync(Program, "127488");
        var different = new List<string>();
        int count = 0;
        foreach (string line in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement python = JsonElement.Parse(line);
            var rune = new Rune(python[0].GetInt32());
            if (Categories[(int)Rune.GetUnicodeCategory(rune)] != python[1].GetString())
            {
                continue;
            }

            string c = rune.ToString();
            string[] ours = [LowerCase.Of(c), LowerCase.Of($"a{c}\u03A3")[^1..], LowerCase.Of($"a\u03A3{c}b")[1..2], LowerCase.Of($"a\u03A3{c}")[1..2]];
            string[] theirs = [.. python.EnumerateArray().Skip(2).Select(item => item.GetString()!)];
            count++;
            if (!ours.SequenceEqual(theirs, StringComparer.Ordinal))
            {
                different.Add($"U+{python[0].GetInt32():X4}: {string.Join('|', ours)} / {string.Join('|', theirs)}");
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(count, Is.GreaterThan(50_000));
            Assert.That(different, Is.Empty);
        }
    }
}
