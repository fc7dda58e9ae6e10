using System.Text;
using CsCheck;

namespace ServerlessCompute;

internal sealed class LogLinesTests
{
    private static readonly string[] Pieces = ["", "a", "b c", "ü", "\r", "x\u2028y"];

    [Test]
    public void Add_AnyCuts_GivesTheSameLines() =>
        Gen.Select(Gen.Int[0, 5].Select(i => Pieces[i]).Array[0, 12], Gen.Int[1, 7]).Sample((parts, chunk) =>
        {
            string text = string.Join('\n', parts);
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            string[] expected = text.Length == 0 ? [] : [.. text.Split('\n').Select(TrimOneReturn)];
            if (text.EndsWith('\n'))
            {
                expected = expected[..^1];
            }

            var cutter = new LogLines();
            var lines = new List<string>();
            foreach (byte[] piece in bytes.Chunk(chunk))
            {
                cutter.Add(piece, lines);
            }

            cutter.Finish(lines);
            Assert.That(lines, Is.EqualTo(expected));
        });

    [Test]
    public void Add_BytesThatAreNoUtf8_ShowAsReplacement()
    {
        var lines = new List<string>();

        new LogLines().Add([0x61, 0xFF, 0xFE, (byte)'\n'], lines);

        Assert.That(lines, Is.EqualTo(new[] { "a\uFFFD\uFFFD" }));
    }

    [Test]
    public void Add_LineWithoutEnd_IsCutBeforeItFillsTheMemory()
    {
        var cutter = new LogLines();
        var lines = new List<string>();
        byte[] piece = new byte[64 << 10];
        piece.AsSpan().Fill((byte)'x');
        for (int i = 0; i < 48; i++)
        {
            cutter.Add(piece, lines);
        }

        cutter.Finish(lines);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Count.EqualTo(3));
            Assert.That(lines.Sum(line => line.Length), Is.EqualTo(48 * piece.Length));
        }
    }

    private static string TrimOneReturn(string line) => line.EndsWith('\r') ? line[..^1] : line;
}
