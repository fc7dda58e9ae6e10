using System.Text;

namespace ServerlessCompute;

/// <summary>Changes of a file's bytes and lines.</summary>
internal sealed class ByteMutations(IReadOnlyList<byte[]> files)
{
    private const int LongestFile = 1 << 16;

    public byte[] Mutate(byte[] file, Random random)
    {
        (int start, int length) = Range(file, random);
        byte[] mutated = random.Next(15) switch
        {
            0 => Insert(file, start, [(byte)random.Next(256)]),
            1 => Replace(file, start, 1, [(byte)random.Next(256)]),
            2 => Replace(file, start, length, []),
            3 => Insert(file, random.Next(file.Length + 1), file[start..(start + length)]),
            4 => file[..start],
            5 or 6 => Insert(file, start, Encoding.UTF8.GetBytes(Pick(AwkwardTexts.Pieces, random))),
            7 => Insert(file, start, Encoding.UTF8.GetBytes(Pick(AwkwardTexts.Scalars, random))),
            8 => Insert(file, start, Slice(Pick(files, random), random)),
            9 => Lines(file, lines => (lines[^1], lines[random.Next(lines.Length)]) = (lines[random.Next(lines.Length)], lines[^1])),
            10 => Lines(file, lines => lines[random.Next(lines.Length)] += "\n" + lines[random.Next(lines.Length)]),
            11 => Lines(file, lines => Indent(ref lines[random.Next(lines.Length)], random)),
            12 => Insert(file, start, Encoding.UTF8.GetBytes(Deep(random))),
            13 => Insert(file, start, [.. Enumerable.Repeat((byte)random.Next(32, 127), random.Next(10_000))]),
            _ => Recode(file, random),
        };
        return mutated.Length > LongestFile ? mutated[..LongestFile] : mutated;
    }

    private static byte[] Insert(byte[] file, int at, byte[] bytes) => Replace(file, at, 0, bytes);

    private static byte[] Replace(byte[] file, int at, int length, byte[] bytes) => [.. file[..at], .. bytes, .. file[Math.Min(file.Length, at + length)..]];

    private static (int Start, int Length) Range(byte[] file, Random random)
    {
        int start = random.Next(file.Length + 1);
        return (start, random.Next(1 + Math.Min(file.Length - start, 200)));
    }

    private static byte[] Slice(byte[] file, Random random)
    {
        (int start, int length) = Range(file, random);
        return file[start..(start + length)];
    }

    private static byte[] Lines(byte[] file, Action<string[]> change)
    {
        // Latin-1 carries any byte there and back.
        string[] lines = Encoding.Latin1.GetString(file).Split('\n');
        change(lines);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static void Indent(ref string line, Random random) => line = random.Next(3) switch
    {
        0 => " " + line,
        1 => "\t" + line,
        _ => line.Length > 0 ? line[1..] : "  ",
    };

    // Deeper than a reader that calls itself can follow, or larger than it looks.
    private static string Deep(Random random) => random.Next(5) switch
    {
        0 => new string('[', random.Next(30_000)),
        1 => string.Concat(Enumerable.Repeat("{a: ", random.Next(10_000))),
        2 => "\n" + string.Concat(Enumerable.Range(0, random.Next(200)).Select(depth => new string(' ', depth) + "a:\n")),
        3 => string.Concat(Enumerable.Repeat("- ", random.Next(5_000))),
        _ => "\na: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, random.Next(1, 12)).Select(i => $"b{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n")),
    };

    private static byte[] Recode(byte[] file, Random random) => random.Next(4) switch
    {
        0 => [0xEF, 0xBB, 0xBF, .. file],
        1 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(file))],
        2 => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).ReplaceLineEndings(random.Next(2) == 0 ? "\r\n" : "\r")),
        _ => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(file)),
    };

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
