using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>A notebook file: its cells, what they showed when they were last run, and the program of one file that says the same. A cell with a tag is about notebooks, and not in the program.</summary>
internal sealed class Notebook(string name)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly JsonNode _file = JsonNode.Parse(File.ReadAllText(PathOf(name)))!;

    public static IEnumerable<string> Names { get; } =
        [.. Directory.EnumerateFiles(Repository.Folder("examples"), "*.ipynb").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>The C# of each cell; a cell that only names packages is empty.</summary>
    public IReadOnlyList<string> Cells =>
        [.. CodeCells.Select(cell => string.Join('\n', Source(cell).Split('\n').Where(static line => !line.StartsWith("#r \"nuget:", StringComparison.Ordinal))).Trim('\n'))];

    /// <summary>What each cell showed, as text.</summary>
    public IReadOnlyList<string> Shown => [.. CodeCells.Select(static cell => string.Concat(cell["outputs"]!.AsArray().Select(static output => Join(output!["text"] ?? output["data"]!["text/plain"]!))))];

    /// <summary>The program: the cells one after the other, what people read between them as comments, and <c>display</c> as text on the terminal.</summary>
    public string Program
    {
        get
        {
            var text = new StringBuilder();
            text.Append("#:project ../src/ServerlessCompute.Sdk\n#:project ../src/ServerlessCompute.Sdk.InMemory\n\n");
            text.Append($"// The cells of {name}.ipynb as a program.\n//\n// Run it from the repository's root: dotnet run examples/{name}.cs\n");
            foreach (JsonNode cell in _file["cells"]!.AsArray().OfType<JsonNode>().Where(static cell => cell["metadata"]!["tags"] is null))
            {
                string source = Source(cell);
                text.Append(source.StartsWith("#r ", StringComparison.Ordinal) ? "" : "\n");
                text.Append((string)cell["cell_type"]! == "code" ? string.Join('\n', source.Split('\n').Where(static line => !line.StartsWith("#r ", StringComparison.Ordinal))) : Comment(source));
                text.Append(source.StartsWith("#r ", StringComparison.Ordinal) ? "" : "\n");
            }

            // The namespaces come first in a program.
            string[] lines = text.ToString().TrimEnd('\n').Split('\n');
            string[] usings = [.. lines.Where(static line => line.StartsWith("using ", StringComparison.Ordinal))];
            int first = Array.FindIndex(lines, static line => line.StartsWith("// Run it", StringComparison.Ordinal)) + 1;
            IEnumerable<string> rest = lines.Skip(first).Where(static line => !line.StartsWith("using ", StringComparison.Ordinal));
            return string.Join('\n', [.. lines.Take(first), "", .. usings, .. rest]).Replace("\n\n\n", "\n\n", StringComparison.Ordinal) + Display;
        }
    }

    private static string Display => """


        static void display(object value) => Console.WriteLine(value switch
        {
            Job job => job.ToTable(),
            IEnumerable<TrialResult> trials => trials.ToTable(),
            IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics => metrics.ToTable(),
            SvgImage picture => $"[{picture.Title}]",
            HtmlFragment html => $"[{html.Title}]",
            _ => value,
        });

        """.ReplaceLineEndings("\n");

    private IEnumerable<JsonNode> CodeCells => _file["cells"]!.AsArray().OfType<JsonNode>().Where(static cell => (string)cell["cell_type"]! == "code");

    public static string PathOf(string name) => Repository.Folder("examples", name + ".ipynb");

    /// <summary>Writes the file anew with what the cells showed.</summary>
    public void Save(IReadOnlyList<NotebookOutput[]> outputs)
    {
        int number = 0;
        foreach (JsonNode cell in CodeCells)
        {
            cell["execution_count"] = number + 1;
            cell["outputs"] = new JsonArray([.. outputs[number++].Select(static output => output.ToJson())]);
        }

        File.WriteAllText(PathOf(name), _file.ToJsonString(Options) + "\n");
    }

    private static string Source(JsonNode cell) => Join(cell["source"]!);

    private static string Join(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(static line => (string)line!)) : (string)text!;

    private static string Comment(string markdown) => string.Join('\n', markdown.Split('\n').Select(static line => $"// {line.TrimStart('#').Trim()}".TrimEnd()));
}
