namespace ServerlessCompute;

/// <summary>Loads nouns of any kind: reads, overrides, makes the noun, and throws all that is wrong at once.</summary>
internal static class YamlLoader
{
    /// <summary>What text is called that is in no file.</summary>
    private const string NoFile = "YAML";

    /// <param name="path">The file.</param>
    /// <param name="options">How it is loaded.</param>
    /// <param name="make">Makes the noun, and tells the reader what is wrong.</param>
    /// <exception cref="JobYamlException">Something is wrong.</exception>
    public static T Load<T>(string path, YamlOptions? options, Func<YamlFile, TreeReader, T?> make)
        where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var reader = new YamlTreeReader(options);
        return Make(reader, reader.Files.Open(Path.GetFullPath(path), reader.Report), options, make);
    }

    /// <param name="stream">UTF-8 text, read to its end.</param>
    /// <param name="baseFolder">The folder where its relative paths start; null for that of the submission.</param>
    /// <param name="options">How it is loaded.</param>
    /// <param name="make">Makes the noun, and tells the reader what is wrong.</param>
    /// <exception cref="JobYamlException">Something is wrong.</exception>
    public static T Load<T>(Stream stream, string? baseFolder, YamlOptions? options, Func<YamlFile, TreeReader, T?> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Parse(start => YamlText.OfStream(stream, start), baseFolder, options, make);
    }

    /// <param name="text">The text.</param>
    /// <param name="baseFolder">The folder where its relative paths start; null for that of the submission.</param>
    /// <param name="options">How it is loaded.</param>
    /// <param name="make">Makes the noun, and tells the reader what is wrong.</param>
    /// <exception cref="JobYamlException">Something is wrong.</exception>
    public static T Parse<T>(string text, string? baseFolder, YamlOptions? options, Func<YamlFile, TreeReader, T?> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(start => YamlText.Checked(text, start), baseFolder, options, make);
    }

    private static T Parse<T>(Func<TreePlace, string> read, string? baseFolder, YamlOptions? options, Func<YamlFile, TreeReader, T?> make)
        where T : class
    {
        var reader = new YamlTreeReader(options);
        var start = new TreePlace(NoFile, baseFolder is null ? null : Path.GetFullPath(baseFolder), 0, 0);
        YamlFile? file = null;
        try
        {
            file = reader.Files.Parse(read(start), start, reader.Report);
        }
        catch (YamlSyntaxException e)
        {
            reader.Report(e.Place, e.Message, e.Fix);
        }

        return Make(reader, file, options, make);
    }

    private static T Make<T>(YamlTreeReader reader, YamlFile? file, YamlOptions? options, Func<YamlFile, TreeReader, T?> make)
        where T : class
    {
        if (file is not null && options?.Overrides is { Count: > 0 } overrides)
        {
            file = YamlFile.Of(YamlOverrides.Apply(file.Root, overrides, file.Root.Place, reader.Report));
        }

        T? noun = file is null ? null : make(file, reader);
        ValueList<YamlProblem> problems = reader.Problems;
        if (noun is null || reader.HasErrors)
        {
            throw new JobYamlException(problems);
        }

        if (options?.OnWarning is { } tell)
        {
            foreach (YamlProblem problem in problems)
            {
                tell(problem);
            }
        }

        return noun;
    }
}
