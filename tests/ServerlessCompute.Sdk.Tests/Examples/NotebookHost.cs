using Microsoft.DotNet.Interactive.Formatting;

namespace ServerlessCompute;

/// <summary>What cells of a notebook see beside their libraries: <c>display</c>, and a console whose text stays in the notebook. Public for the compiler of scripts.</summary>
public sealed class NotebookHost : IDisposable
{
    private readonly List<NotebookOutput> _outputs = [];
    private StringWriter _console = new() { NewLine = "\n" };

    /// <summary>In the place of the terminal.</summary>
    public TextWriter Console => _console;

    /// <summary>Shows a value as .NET Interactive shows it.</summary>
    public void display(object value)
    {
        KeepText();
        _outputs.Add(new NotebookOutput(value.ToDisplayString("text/plain").ReplaceLineEndings("\n"), value.ToDisplayString("text/html")));
    }

    /// <inheritdoc/>
    public void Dispose() => _console.Dispose();

    internal NotebookOutput[] Take()
    {
        KeepText();
        NotebookOutput[] outputs = [.. _outputs];
        _outputs.Clear();
        return outputs;
    }

    private void KeepText()
    {
        if (_console.GetStringBuilder().Length > 0)
        {
            _outputs.Add(new NotebookOutput(_console.ToString()));
            _console = new StringWriter { NewLine = "\n" };
        }
    }
}
