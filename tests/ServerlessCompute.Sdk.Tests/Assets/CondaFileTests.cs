namespace ServerlessCompute;

/// <summary>The expected texts were written by PyYAML 6.0.3, the hashes by azure-ai-ml 1.35.2.</summary>
public sealed class CondaFileTests
{
    private const string Published = "channels:\n- conda-forge\ndependencies:\n- python=3.11\n- pip:\n  - numpy>=1.20\nname: x\n";

    [Test]
    public void EnvironmentHash_OfImage_EqualsTheReferences() =>
        Assert.That(EnvironmentHash.OfImage("python:3.11", condaFile: null), Is.EqualTo("cf5b091b5c0106f54f5b040169b322c104c6471fbe5f40384d2ef9b18e466112"));

    [Test]
    public void EnvironmentHash_OfImageAndConda_EqualsTheReferences() =>
        Assert.That(EnvironmentHash.OfImage("python:3.11", Published), Is.EqualTo("cd96aca29fd08782015398ee3129e0165c73bbe97f1e4cad608f138ba73a1eac"));

    [TestCase("---\nname:   x   # comment\ndependencies:\n  - python=3.11\n  # more\n  - pip:\n    - 'numpy>=1.20'\n\nchannels: [conda-forge]\n", Published)]
    [TestCase("name: \"x\"\r\nchannels:\r\n    - conda-forge\r\ndependencies:\r\n    - python=3.11\r\n    - pip:\r\n        - numpy>=1.20\r\n", Published)]
    [TestCase("a: 3.8\nb: '3.8'\nc: yes\nd: 'yes'\ne:\nf: 1.0e-7\ng: 010x\n", "a: 3.8\nb: '3.8'\nc: true\nd: 'yes'\ne: null\nf: 1.0e-07\ng: 010x\n")]
    [TestCase("a: \u00e9\u00a0\U0001F600\n", "a: \"\\xE9\\_\\U0001F600\"\n")]
    [TestCase("a: [x, {b: c}, []]\nd: {}\n", "a:\n- x\n- b: c\n- []\nd: {}\n")]
    [TestCase("a:\n- - x\n  - y\n- b: 1\n  a: 2\n", "a:\n- - x\n  - y\n- a: 2\n  b: 1\n")]
    [TestCase("a: it's\nb: 'it''s: b'\nc: '# x'\n", "a: it's\nb: 'it''s: b'\nc: '# x'\n")]
    public void Normalize_OfCondaFile_WritesItAsTheReferenceDoes(string text, string expected) => Assert.That(CondaFile.Normalize(text), Is.EqualTo(expected));

    [Test]
    public void Normalize_OfLongLine_BreaksItBehindTheWordThatPassesTheWidth()
    {
        string words = string.Join(' ', Enumerable.Repeat("twelve-chars", 8));

        Assert.That(
            CondaFile.Normalize($"pip:\n- {words}\n"),
            Is.EqualTo($"pip:\n- {string.Join(' ', Enumerable.Repeat("twelve-chars", 7))}\n  twelve-chars\n"));
    }

    [Test]
    public void Normalize_OfTextOnTwoLines_PutsItOnOne() => Assert.That(CondaFile.Normalize("a: one\n  two\n"), Is.EqualTo("a: one two\n"));

    [TestCase("a: &x 1\nb: *x\n")]
    [TestCase("a: |\n  text\n")]
    [TestCase("a: !!str 1\n")]
    [TestCase("- a\n- b\n")]
    [TestCase("a: b: c\n")]
    [TestCase("a: 2020-01-01\n")]
    [TestCase("a:\tb\n")]
    [TestCase("a: 'open\n")]
    [TestCase("a: [x\n")]
    [TestCase("? a\n: b\n")]
    [TestCase("1: a\n")]
    [TestCase("a: b\n...\n")]
    [TestCase("a: [:b]\n")]
    public void Normalize_OfOtherYaml_LeavesTheText(string text) => Assert.That(CondaFile.Normalize(text.Replace("\n", "\r\n", StringComparison.Ordinal)), Is.EqualTo(text));

    [Test]
    public void Normalize_OfDeepNesting_DoesNotOverflow()
    {
        string blocks = "a:\n" + string.Concat(Enumerable.Repeat("- ", 100_000)) + "x\n";
        string flow = "a: " + new string('[', 100_000) + "\n";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CondaFile.Normalize(blocks), Is.EqualTo(blocks));
            Assert.That(CondaFile.Normalize(flow), Is.EqualTo(flow));
        }
    }

    [TestCase("missing.yml", "does not exist")]
    [TestCase("folder", "is a folder")]
    [TestCase("empty.yml", "is empty")]
    [TestCase("binary.yml", "not UTF-8")]
    [TestCase("huge.yml", "right file")]
    public void Read_OfUnfitFile_SaysWhy(string name, string gist)
    {
        using FileTree tree = new FileTree().Folder("folder").File("empty.yml", " \n").File("binary.yml", [0x61, 0xFF]).File("huge.yml", new byte[1024 * 1024 + 1]);

        JobAssetException error = Assert.Throws<JobAssetException>(() => CondaFile.Read(tree[name]))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Path, Is.EqualTo(tree[name]));
            Assert.That(error.Message, Does.Contain(gist));
        }
    }
}
