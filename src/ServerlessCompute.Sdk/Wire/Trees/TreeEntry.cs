namespace ServerlessCompute;

/// <summary>An entry of a map.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">What it stands for.</param>
/// <param name="NamePlace">Where the key stands in its document.</param>
/// <param name="NameKind">What the key is: in YAML <c>1</c> and <c>on</c> are none that most maps take.</param>
internal readonly record struct TreeEntry(string Name, Tree Value, TreePlace NamePlace = default, ScalarKind NameKind = ScalarKind.Text);
