using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ServerlessCompute;

/// <summary>The keys at the top of a YAML file and those of their values that are one word. Of keys written twice the last counts.</summary>
internal sealed class TopLevel
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    private TopLevel(Parser parser)
    {
        while (parser.Accept<Scalar>(out Scalar? key))
        {
            parser.MoveNext();
            _values[key!.Value] = (parser.Current as Scalar)?.Value;
            parser.SkipThisAndNestedEvents();
        }
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public string Text(string key) => _values.GetValueOrDefault(key) ?? "";

    /// <summary>The keys of one whole document; null when it is no map, or no YAML.</summary>
    public static TopLevel? Read(TextReader text)
    {
        var parser = new Parser(text);
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _))
            {
                return null;
            }

            var read = new TopLevel(parser);
            parser.Consume<MappingEnd>();
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return read;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // The scanner has states that it did not expect itself.
            return null;
        }
    }
}
