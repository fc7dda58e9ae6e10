namespace ServerlessCompute;

/// <summary>Components from YAML, and YAML from components: that of Azure Machine Learning's command line and of its Python client.</summary>
/// <remarks>Thread-safe. Files that a component is loaded from are only read.</remarks>
public static class ComponentYaml
{
    extension(Component)
    {
        /// <summary>Loads a component from a YAML file. Files that it names are read, too, each relative to the file that names it.</summary>
        /// <param name="path">The file.</param>
        /// <param name="overrides">Values that replace what the file says, by the keys that lead there: <c>("resources.instance_count", 4)</c>.</param>
        /// <exception cref="JobYamlException">Something is wrong in the file, or in one that it names; all of it is listed.</exception>
        public static Component Load(string path, params (string Path, RawJson Value)[] overrides) =>
            YamlLoader.Load(path, YamlOptions.Of(overrides), ComponentKind.Read);

        /// <summary>Loads a component from a YAML file.</summary>
        /// <param name="path">The file.</param>
        /// <param name="options">What replaces values of the file, and who is told of what is doubtful.</param>
        /// <exception cref="JobYamlException">Something is wrong in the file, or in one that it names; all of it is listed.</exception>
        public static Component Load(string path, YamlOptions options) => YamlLoader.Load(path, options, ComponentKind.Read);

        /// <summary>Loads a component from YAML in UTF-8, reading the stream to its end.</summary>
        /// <param name="stream">The stream; it stays open.</param>
        /// <param name="baseFolder">The folder where relative paths in it start; null for the base folder of the submission.</param>
        /// <param name="options">What replaces values of the YAML, and who is told of what is doubtful.</param>
        /// <exception cref="JobYamlException">Something is wrong in the YAML, or in a file that it names; all of it is listed.</exception>
        public static Component Load(Stream stream, string? baseFolder = null, YamlOptions? options = null) =>
            YamlLoader.Load(stream, baseFolder, options, ComponentKind.Read);

        /// <summary>Makes a component of YAML text.</summary>
        /// <param name="yaml">The text.</param>
        /// <param name="baseFolder">The folder where relative paths in it start; null for the base folder of the submission.</param>
        /// <param name="options">What replaces values of the YAML, and who is told of what is doubtful.</param>
        /// <exception cref="JobYamlException">Something is wrong in the YAML, or in a file that it names; all of it is listed.</exception>
        public static Component Parse(string yaml, string? baseFolder = null, YamlOptions? options = null) =>
            YamlLoader.Parse(yaml, baseFolder, options, ComponentKind.Read);
    }

    /// <summary>The component as YAML that this library, the command line and the Python client load.</summary>
    /// <param name="component">The component.</param>
    /// <param name="folder">
    /// The folder where the file will be, at which relative paths are made to start; null leaves them as they were written.
    /// </param>
    public static string ToYaml(this Component component, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(component);
        return YamlDocument.Write(folder is null ? component : component.Visit("component", new RebasingVisitor(folder)));
    }
}
