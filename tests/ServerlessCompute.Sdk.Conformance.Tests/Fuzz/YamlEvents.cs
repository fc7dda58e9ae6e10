using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ServerlessCompute;

/// <summary>A YAML document as its events, so that neither reading nor changing nor writing it calls itself, however deep it is.</summary>
internal sealed class YamlEvents
{
    private const int MostEvents = 20_000;
    private const int Deepest = 200;

    private YamlEvents(List<ParsingEvent> all)
    {
        All = all;
        Nodes = FindNodes(all);
    }

    public IReadOnlyList<ParsingEvent> All { get; }

    /// <summary>Every node, the document's own first.</summary>
    public IReadOnlyList<YamlEventNode> Nodes { get; }

    /// <summary>The events of one document that is a map; null for everything else.</summary>
    public static YamlEvents? Parse(byte[] file)
    {
        var events = new List<ParsingEvent>();
        int depth = 0;
        try
        {
            var parser = new Parser(new StringReader(Encoding.UTF8.GetString(file)));
            while (parser.MoveNext() && events.Count < MostEvents && depth < Deepest)
            {
                events.Add(parser.Current!);
                depth += parser.Current!.NestingIncrease;
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // The scanner has states that it did not expect itself.
            return null;
        }

        bool isOneMap = events is [StreamStart, DocumentStart, MappingStart, .., StreamEnd] && events.OfType<DocumentStart>().Count() == 1;
        return isOneMap ? new YamlEvents(events) : null;
    }

    /// <summary>The events of a node.</summary>
    public IEnumerable<ParsingEvent> Of(YamlEventNode node) => All.Skip(node.Start).Take(node.End - node.Start);

    /// <summary>The file with other events in the place of some; null when they make no YAML.</summary>
    public byte[]? Replace(int start, int end, IEnumerable<ParsingEvent> events)
    {
        try
        {
            using var text = new StringWriter();
            var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
            foreach (ParsingEvent each in All.Take(start).Concat(events).Concat(All.Skip(end)))
            {
                emitter.Emit(each);
            }

            return Encoding.UTF8.GetBytes(text.ToString());
        }
        catch (Exception e) when (e is YamlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static List<YamlEventNode> FindNodes(List<ParsingEvent> events)
    {
        var nodes = new List<YamlEventNode>();
        var open = new Stack<(int Node, bool IsMap, int Children, int LastKey)>();
        for (int i = 0; i < events.Count; i++)
        {
            if (events[i] is Scalar or AnchorAlias or MappingStart or SequenceStart)
            {
                bool isKey = open.TryPeek(out (int Node, bool IsMap, int Children, int LastKey) parent) && parent.IsMap && parent.Children % 2 == 0;
                nodes.Add(new YamlEventNode(i, i + 1, isKey, !isKey && parent.IsMap ? parent.LastKey : -1));
                if (open.TryPop(out parent))
                {
                    open.Push((parent.Node, parent.IsMap, parent.Children + 1, isKey ? i : parent.LastKey));
                }

                if (events[i] is MappingStart or SequenceStart)
                {
                    open.Push((nodes.Count - 1, events[i] is MappingStart, 0, -1));
                }
            }
            else if (events[i] is MappingEnd or SequenceEnd && open.TryPop(out (int Node, bool IsMap, int Children, int LastKey) ended))
            {
                nodes[ended.Node] = nodes[ended.Node] with { End = i + 1 };
            }
        }

        return nodes;
    }
}
