namespace ServerlessCompute;

/// <summary>
/// The files of one loading: the first, and those that it and the others name. Each is read once. For one thread.
/// </summary>
/// <param name="variables">The values of environment variables that texts refer to; null leaves such texts as they are.</param>
internal sealed class YamlFiles(Func<string, string?>? variables)
{
    /// <summary>How long a chain of files may be, each naming the next.</summary>
    private const int MaxDepth = 32;

    /// <summary>How often files may be named in all: enough for a pipeline of many thousand steps.</summary>
    private const int MaxReferences = 100_000;

    private readonly Dictionary<string, YamlFile?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);
    private int _references;

    /// <summary>Reads the first file.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="report">Takes what is wrong with it.</param>
    /// <returns>The file; null when it cannot be read, which was reported.</returns>
    public YamlFile? Open(string path, Action<TreePlace, string, string> report)
    {
        var start = new TreePlace(path, Path.GetDirectoryName(path), 0, 0);
        try
        {
            return Parse(YamlText.OfFile(path, start), start, report);
        }
        catch (YamlSyntaxException e)
        {
            report(e.Place, e.Message, e.Fix);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report(start, Directory.Exists(path) ? "This is a folder." : File.Exists(path) ? $"The file cannot be read: {e.Message}" : "There is no such file.", "");
        }

        return null;
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">What it is called, and where its relative paths start.</param>
    /// <param name="report">Takes what is wrong with it.</param>
    /// <returns>The document; null when it cannot be read, which was reported.</returns>
    public YamlFile? Parse(string text, TreePlace start, Action<TreePlace, string, string> report)
    {
        try
        {
            Tree? tree = YamlComposer.Compose(text, start, report);
            if (tree is TreeMap map)
            {
                return YamlFile.Of(variables is null ? map : (TreeMap)YamlVariables.Fill(map, variables, report));
            }

            report(tree?.Place ?? start, tree is null or TreeScalar { IsNull: true } ? "There is nothing in it." : $"A map belongs here, not {tree.Describe()}.", "Write keys with their values, one each line.");
        }
        catch (YamlSyntaxException e)
        {
            report(e.Place, e.Message, e.Fix);
        }

        return null;
    }

    /// <summary>Reads a file that another document names.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="from">Where it is named.</param>
    /// <param name="report">Takes what is wrong with it.</param>
    /// <returns>The file; null when it cannot be read, which was reported once.</returns>
    public YamlFile? Follow(string path, TreePlace from, Action<TreePlace, string, string> report)
    {
        string namer = from.File ?? "";
        if (++_references > MaxReferences)
        {
            report(from, $"Files are named more than {MaxReferences} times.", "Put what repeats itself into one component.");
            return null;
        }

        if (Chain(path, namer, []) is { } chain)
        {
            report(from, $"Files name each other in a circle: {string.Join(" -> ", chain.Prepend(namer).Select(Path.GetFileName))}.", "Take one of the references out.");
            return null;
        }

        int depth = _depths.GetValueOrDefault(namer) + 1;
        _depths[path] = Math.Max(depth, _depths.GetValueOrDefault(path));
        if (depth > MaxDepth)
        {
            report(from, $"More than {MaxDepth} files name each other in a row.", "Put some of them into one.");
            return null;
        }

        if (!_named.TryGetValue(namer, out HashSet<string>? named))
        {
            _named.Add(namer, named = new HashSet<string>(StringComparer.Ordinal));
        }

        named.Add(path);
        if (!_files.TryGetValue(path, out YamlFile? file))
        {
            _files.Add(path, file = File.Exists(path) || Directory.Exists(path) ? Open(path, report) : Missing(path, from, report));
        }

        return file;
    }

    private static YamlFile? Missing(string path, TreePlace from, Action<TreePlace, string, string> report)
    {
        report(from, $"There is no file '{path}'.", "A relative path starts at the folder of the file that names it.");
        return null;
    }

    /// <summary>The files by which one names another, at any remove; null when it does not.</summary>
    private List<string>? Chain(string from, string to, HashSet<string> seen)
    {
        if (from == to)
        {
            return [from];
        }

        if (seen.Add(from) && _named.TryGetValue(from, out HashSet<string>? named))
        {
            foreach (string next in named)
            {
                if (Chain(next, to, seen) is { } chain)
                {
                    chain.Insert(0, from);
                    return chain;
                }
            }
        }

        return null;
    }
}
