using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ServerlessCompute;

/// <summary>Reads what a class of a component shows: what it takes and what it leaves behind. The rest is read when the program runs.</summary>
internal sealed class ComponentReader(string path)
{
    private static readonly Dictionary<string, string> _steps = new(StringComparer.Ordinal)
    {
        ["command"] = "CommandStep",
        ["parallel"] = "ParallelStep",
        ["spark"] = "SparkStep",
        ["pipeline"] = "SubPipelineStep",
        ["sweep"] = "SweepStep",
        ["data_transfer"] = "DataTransferStep",
    };

    private static readonly Dictionary<string, string> _data = new(StringComparer.Ordinal)
    {
        ["uri_file"] = "UriFile",
        ["uri_folder"] = "UriFolder",
        ["mltable"] = "MLTable",
        ["custom_model"] = "CustomModel",
        ["mlflow_model"] = "MlflowModel",
        ["triton_model"] = "TritonModel",
    };

    private static readonly Dictionary<string, string> _values = new(StringComparer.Ordinal)
    {
        ["string"] = "string",
        ["number"] = "double",
        ["integer"] = "long",
        ["boolean"] = "bool",
    };

    /// <summary>What the class has by itself, and an input or output cannot be called.</summary>
    private static readonly string[] _takenMembers = ["Step", "Load", "Add"];

    private static readonly string[] _takenParameters = ["pipeline", "name", "folder", "change"];

    public List<ComponentMistake> Mistakes { get; } = [];

    /// <summary>The kind of step that runs the component.</summary>
    public string Step { get; private set; } = "";

    public List<ComponentPort> Inputs { get; private set; } = [];

    public List<ComponentPort> Outputs { get; private set; } = [];

    /// <summary>Whether a document says that it is a component: by its schema, or by a type that has no schema beside it.</summary>
    public static bool IsComponent(string text)
    {
        string? schema = ValueOf(text, "$schema:");
        return schema is not null
            ? schema.IndexOf("component.schema.json", StringComparison.OrdinalIgnoreCase) >= 0
            : ValueOf(text, "type:") is { } type && _steps.ContainsKey(type);
    }

    /// <summary>A name in the way of C#: <c>train_model</c> is <c>TrainModel</c>, or <c>trainModel</c>.</summary>
    public static string Named(string name, bool isParameter)
    {
        var text = new StringBuilder();
        bool isStart = true;
        foreach (char character in name)
        {
            if (!char.IsLetterOrDigit(character))
            {
                isStart = text.Length > 0 || !isParameter;
                continue;
            }

            bool isUpper = isStart && !(isParameter && text.Length == 0);
            text.Append(isUpper ? char.ToUpperInvariant(character) : text.Length == 0 ? char.ToLowerInvariant(character) : character);
            isStart = false;
        }

        string member = text.Length == 0 || char.IsDigit(text[0]) ? $"_{text}" : text.ToString();
        return SyntaxFacts.GetKeywordKind(member) == SyntaxKind.None ? member : $"@{member}";
    }

    public void Read(YamlNode root)
    {
        string kind = root.TextOf("type") ?? "command";
        if (!_steps.TryGetValue(kind, out string? step))
        {
            Add(Rules.NoComponent, root["type"]!, $"There is no class for components of the type '{kind}': write one of {string.Join(", ", _steps.Keys)}");
            return;
        }

        Step = step;
        Inputs = Ports(root["inputs"], isInput: true);
        Outputs = Ports(root["outputs"], isInput: false);
    }

    private List<ComponentPort> Ports(YamlNode? map, bool isInput)
    {
        var ports = new List<ComponentPort>();
        if (map is null || map.IsNull)
        {
            return ports;
        }

        if (map.Entries is null)
        {
            Add(Rules.YamlUnreadable, map, $"A map of {(isInput ? "inputs" : "outputs")} by name belongs here");
            return ports;
        }

        foreach (KeyValuePair<string, YamlNode> entry in map.Entries)
        {
            if (Port(entry.Key, entry.Value, isInput) is not { } port)
            {
                continue;
            }

            if (ports.FirstOrDefault(other => other.Member == port.Member) is { } taken)
            {
                AddAtKey(Rules.MembersCollide, entry.Value, taken.Name, port.Name, port.Member);
                continue;
            }

            if ((isInput ? _takenParameters : _takenMembers).Contains(port.Member, StringComparer.Ordinal))
            {
                AddAtKey(Rules.MembersCollide, entry.Value, isInput ? "a parameter of the step's own" : "a member of the class", port.Name, port.Member);
                continue;
            }

            ports.Add(port);
        }

        return ports;
    }

    private ComponentPort? Port(string name, YamlNode node, bool isInput)
    {
        // An output may say nothing: it is a folder then.
        string? word = node.TextOf("type") ?? (isInput ? null : "uri_folder");
        bool isData = _data.TryGetValue(word ?? "", out string? type);
        if (!isData && !_values.TryGetValue(word ?? "", out type))
        {
            string[] said = [word ?? "", name, string.Join(", ", _data.Keys.Concat(_values.Keys))];
            if (node["type"] is { } wrong)
            {
                Add(Rules.PortTypeUnknown, wrong, said);
            }
            else
            {
                AddAtKey(Rules.PortTypeUnknown, node, said);
            }

            return null;
        }

        bool isOptional = node.TextOf("optional") is "true" or "True" or "TRUE";
        bool hasDefault = node["default"] is { IsNull: false };
        string summary = node.TextOf("description") ?? $"The {(isInput ? "input" : "output")} '{name}'.";
        if (node["default"] is { IsNull: false, Text: { } value })
        {
            summary = $"{summary.TrimEnd('.')}. When it is not given: {value}.";
        }

        return new ComponentPort(name, Named(name, isParameter: isInput), type!, isData, isInput && !isOptional && !hasDefault, summary);
    }

    private void Add(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, YamlNode at, params string[] arguments) => Mistakes.Add(new ComponentMistake(rule, path, at.Line, at.Column, arguments));

    private void AddAtKey(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, YamlNode of, params string[] arguments) => Mistakes.Add(new ComponentMistake(rule, path, of.KeyLine, of.KeyColumn, arguments));

    /// <summary>What stands behind a key at the beginning of a line.</summary>
    private static string? ValueOf(string text, string key)
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith(key, StringComparison.Ordinal))
            {
                return YamlScan.Unquoted(YamlScan.WithoutComment(line.Substring(key.Length)).Trim());
            }
        }

        return null;
    }
}
