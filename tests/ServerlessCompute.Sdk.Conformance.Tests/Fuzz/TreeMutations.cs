using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ServerlessCompute;

/// <summary>Changes of what a file says: it stays YAML, all but for anchors that get lost.</summary>
internal sealed class TreeMutations(IReadOnlyList<byte[]> files)
{
    /// <summary>The file with one change; null when it is no map that can be read, or the change makes no YAML.</summary>
    public byte[]? Mutate(byte[] file, Random random)
    {
        if (YamlEvents.Parse(file) is not { } events)
        {
            return null;
        }

        YamlEventNode node = events.Nodes[random.Next(events.Nodes.Count)];
        if (node.IsKey)
        {
            return events.Replace(node.Start, node.End, [Key(events.All[node.Start], random)]);
        }

        ParsingEvent[] own = [.. events.Of(node)];
        bool isEntry = node.Key >= 0;
        return random.Next(8) switch
        {
            // The entry or item goes away, or comes twice.
            0 => events.Replace(isEntry ? node.Key : node.Start, node.End, node.Start == 2 ? own : []),
            1 => events.Replace(node.End, node.End, node.Start == 2 ? [] : isEntry ? [Plain(AwkwardTexts.Keys, random), .. own] : own),
            2 => events.Replace(node.Start, node.End, [new SequenceStart(default, default, true, SequenceStyle.Any), .. own, new SequenceEnd()]),
            3 => events.Replace(node.Start, node.End, [new MappingStart(), Plain(AwkwardTexts.Keys, random), .. own, new MappingEnd()]),
            4 => events.Replace(node.Start, node.End, random.Next(2) == 0 ? [new MappingStart(), new MappingEnd()] : [new SequenceStart(default, default, true, SequenceStyle.Any), new SequenceEnd()]),
            5 when YamlEvents.Parse(files[random.Next(files.Count)]) is { } other => events.Replace(node.Start, node.End, Graft(other, random)),
            6 => events.Replace(node.Start, node.End, Graft(events, random)),
            _ => events.Replace(node.Start, node.End, [Plain(AwkwardTexts.Scalars, random)]),
        };
    }

    private static IEnumerable<ParsingEvent> Graft(YamlEvents from, Random random) => from.Of(from.Nodes[random.Next(from.Nodes.Count)]);

    // A key with a slip of the finger, or another key.
    private static Scalar Key(ParsingEvent key, Random random)
    {
        string word = (key as Scalar)?.Value ?? "";
        int at = random.Next(word.Length + 1);
        return random.Next(5) switch
        {
            0 => new Scalar(word.Insert(at, "x")),
            1 when at < word.Length => new Scalar(word.Remove(at, 1)),
            2 => new Scalar(word.ToUpperInvariant()),
            _ => Plain(AwkwardTexts.Keys, random),
        };
    }

    private static Scalar Plain(IReadOnlyList<string> texts, Random random)
    {
        string text = texts[random.Next(texts.Count)];
        return random.Next(3) == 0 ? new Scalar(null, null, text, ScalarStyle.DoubleQuoted, false, true) : new Scalar(null, null, text, ScalarStyle.Plain, true, false);
    }
}
