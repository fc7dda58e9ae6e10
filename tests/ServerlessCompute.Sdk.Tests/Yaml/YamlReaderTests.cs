using System.Text;
using CsCheck;

namespace ServerlessCompute;

/// <summary>The fast reader says what the whole parser says, or nothing.</summary>
internal sealed class YamlReaderTests
{
    private static readonly TreePlace Start = new("file", "folder", 0, 0);

    // An alias within a text is none, but to the whole parser now and then.
    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\r\n", "\n\n", ":", ": ", ":\n", "- ", "-", "\n- ", "\n  - ", "#", " # c", "'", "\"", "''", "\\", "\\n", "\\u00e9", "|", ">", "|-\n  ", ">-\n  ", "|+\n", "[", "]", "{", "}", ",",
        "a", "key", "key: value", "\nkey: ", "\n  key: ", "\n    text", "é", "🚀", "1", "1.0e-5", "yes", "~", "2024-01-01", "<<", "&x ", "!!str ", "? ", "---", "...", "%", "@", "`", "\t", "  \n", "=", "${{inputs.x}}",
    ];

    private static Gen<string> Piece => Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    [TestCase("a: 1", "a: 1")]
    [TestCase("a:\n  b: [1, 'x y', \"\\u00e9\\n\", {c: d}]\n  e: # nothing\nf: g # h", "a: {b: [1, x y, é\n, {c: d}], e: null}, f: g")]
    [TestCase("a:\n- b: 1\n  c: 2\n-   - d\n    - e\n- f", "a: [{b: 1, c: 2}, [d, e], f]")]
    [TestCase("a: |\n  b\n   c\n\n  d\ne: >-\n\n  f\n  g\n\n  h\n    i\n  j", "a: b\n c\n\nd\n, e: \nf g\nh\n  i\nj")]
    [TestCase("a: |+\n  b\n\nc: >\n  d", "a: b\n\n, c: d")]
    [TestCase("a: one\n  two # c\nb: three\n\n  four\n   - five", "a: one two, b: three\nfour - five")]
    [TestCase("---\r\na: 'it''s'\r\n# c\r\nb: --x=1:2#3\r\n", "a: it's, b: --x=1:2#3")]
    [TestCase("a: [1,\n 2, # c\n\n# d\n]\nb: {\n  c: d,\n  \"e\":[f],\n}\n", "a: [1, 2], b: {c: d, e: [f]}")]
    [TestCase("a: 'b\n  c\n\nd'\ne: \"f\n   g\" # h\ni: j", "a: b c\nd, e: f g, i: j")]
    [TestCase("'a b': on\nc: 010\nd: 1:30", "a b: true, c: 8, d: 90")]
    public void TryRead_WhatPeopleWrite_IsRead(string text, string expected) => Assert.That(Show(YamlReader.TryRead(text)!), Is.EqualTo($"{{{expected}}}"));

    [TestCase("a: &x 1")]
    [TestCase("a: b: c")]
    [TestCase("a: 1\na: 2")]
    [TestCase("a: |2\n  b")]
    [TestCase("a: |\n    \n  b")]
    [TestCase("? a\n: b")]
    [TestCase("a:\n\t- b")]
    [TestCase("a: 1\n---\nb: 2")]
    [TestCase("a: one # c\n  two")]
    [TestCase("a: !!str 1")]
    [TestCase("a: {b}")]
    [TestCase("- a")]
    [TestCase("a")]
    [TestCase("")]
    [TestCase("1: a")]
    [TestCase("a:\n    b: 1\n  c: 2")]
    public void TryRead_WhatIsRareOrWrong_IsLeftToTheWholeParser(string text) => Assert.That(YamlReader.TryRead(text), Is.Null);

    [Test]
    public void TryRead_AnyPieces_SaysWhatTheWholeParserSays() =>
        Piece.Array[1, 30].Select(string.Concat).Sample(AssertSame, iter: Math.Max(30_000, Check.Iter), print: text => text);

    [Test]
    public void TryRead_FilesOfPeopleWithAPieceMore_SaysWhatTheWholeParserSays()
    {
        string[] files = [.. Files.Select(File.ReadAllText)];

        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 100_000], Gen.Int[0, 6], Piece)
            .Select((file, at, length, piece) => Broken(files[file], at, length, piece))
            .Sample(AssertSame, iter: Math.Max(3_000, Check.Iter), print: text => text);
    }

    [Test]
    public void TryRead_FilesOfPeople_ReadsNearlyAll()
    {
        string[] files = [.. Files.Select(File.ReadAllText)];

        Assert.That(files.Count(file => YamlReader.TryRead(file) is not null), Is.GreaterThan(files.Length * 8 / 10));
    }

    private static IEnumerable<string> Files => Repository.Files(Repository.Folder("tests", "ServerlessCompute.Sdk.Conformance.Tests", "Corpus", "yaml"), "*.yml")
        .Concat(SharedMaterial.Find("corpus") is { } corpus ? Directory.EnumerateFiles(corpus, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : []);

    private static string Broken(string text, int at, int length, string piece)
    {
        at %= text.Length + 1;
        return string.Concat(text.AsSpan(0, at), piece, text.AsSpan(Math.Min(text.Length, at + length)));
    }

    private static bool AssertSame(string text)
    {
        if (!IsFit(text) || YamlReader.TryRead(text, Start) is not { } fast)
        {
            return true;
        }

        var problems = new List<string>();
        try
        {
            Tree whole = YamlComposer.ComposeWhole(text, Start, (_, message, _) => problems.Add(message))!;
            Assert.That(problems, Is.Empty, text);
            Assert.That(ShowPlaces(fast), Is.EqualTo(ShowPlaces(whole)), text);
        }
        catch (YamlSyntaxException)
        {
            // The whole parser refuses some of what PyYAML takes: brackets that close in the first column, for one.
        }

        return true;
    }

    private static bool IsFit(string text)
    {
        try
        {
            return YamlText.Checked(text, Start).Length == text.Length;
        }
        catch (YamlSyntaxException)
        {
            return false;
        }
    }

    private static string Show(Tree tree) => tree switch
    {
        TreeMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Name}: {Show(entry.Value)}"))}}}",
        TreeList list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        _ => ((TreeScalar)tree).Text,
    };

    private static string ShowPlaces(Tree tree)
    {
        var text = new StringBuilder();
        Write(tree);
        return text.ToString();

        void Write(Tree part)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{part.Place.Line}:{part.Place.Column} ");
            switch (part)
            {
                case TreeMap map:
                    text.Append('{');
                    foreach (TreeEntry entry in map.Entries)
                    {
                        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{entry.NamePlace.Line}:{entry.NamePlace.Column} {entry.NameKind} {entry.Name}: ");
                        Write(entry.Value);
                    }

                    text.Append('}');
                    break;
                case TreeList list:
                    text.Append('[');
                    foreach (Tree item in list.Items)
                    {
                        Write(item);
                    }

                    text.Append(']');
                    break;
                case TreeScalar scalar:
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{scalar.Kind} '{scalar.Text}'\n");
                    break;
            }
        }
    }
}
