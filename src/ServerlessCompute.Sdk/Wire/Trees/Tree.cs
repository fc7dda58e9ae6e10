namespace ServerlessCompute;

/// <summary>
/// A document of maps, lists and scalars, whether it came as JSON or as YAML: what steps of pipelines and specifications of components
/// are read from and written as. Immutable.
/// </summary>
internal abstract class Tree
{
    private protected Tree(TreePlace place) => Place = place;

    /// <summary>Where it stands in its document.</summary>
    public TreePlace Place { get; }

    /// <summary>Whether it is a text that refers to another part of a pipeline.</summary>
    public bool IsBinding => this is TreeScalar { Kind: ScalarKind.Text, Text: var text } && text.Contains("${{", StringComparison.Ordinal);

    /// <summary>What it is, in a word for messages.</summary>
    public abstract string Describe();

    public static implicit operator Tree(string text) => new TreeScalar(ScalarKind.Text, text);

    public static implicit operator Tree(bool value) => TreeScalar.Of(value);

    public static implicit operator Tree(long value) => TreeScalar.Of(value);

    public static implicit operator Tree(double value) => TreeScalar.Of(value);
}
