using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace ServerlessCompute;

/// <summary>
/// The notebooks' cells are compiled and run as C# script, one after the other, and show what is kept in the file; the program of the same name
/// is the same cells. <c>UPDATE_GOLDEN=1</c> writes both anew.
/// </summary>
internal sealed class NotebookTests
{
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(Job).Assembly, typeof(InMemoryServerless).Assembly, typeof(Azure.Core.TokenCredential).Assembly)
        .WithImports(ImplicitUsings.Namespaces);

    private static bool Updates => ProcessEnvironment.Current["UPDATE_GOLDEN"] == "1";

    [TestCaseSource(typeof(Notebook), nameof(Notebook.Names))]
    [CancelAfter(120_000)]
    public async Task Cells_OneAfterTheOther_ShowWhatIsKept(string name, CancellationToken cancellationToken)
    {
        var notebook = new Notebook(name);
        using var host = new NotebookHost();
        var outputs = new List<NotebookOutput[]>();
        ScriptState<object>? state = null;
        foreach (string cell in notebook.Cells)
        {
            state = state is null
                ? await CSharpScript.RunAsync(cell, Options, host, cancellationToken: cancellationToken)
                : await state.ContinueWithAsync(cell, Options, cancellationToken);
            outputs.Add(host.Take());
        }

        if (Updates)
        {
            notebook.Save(outputs);
        }

        Assert.That(new Notebook(name).Shown, Is.EqualTo(outputs.Select(static cell => string.Concat(cell.Select(static output => output.Text)))), "UPDATE_GOLDEN=1 writes it anew.");
    }

    [TestCaseSource(typeof(Notebook), nameof(Notebook.Names))]
    public void Program_OfTheSameName_IsTheSameCells(string name)
    {
        string program = new Notebook(name).Program;
        string path = Repository.Folder("examples", name + ".cs");
        if (Updates)
        {
            File.WriteAllText(path, program);
        }

        Assert.That(File.Exists(path) ? File.ReadAllText(path) : "", Is.EqualTo(program), "UPDATE_GOLDEN=1 writes it anew.");
    }

    [Test]
    public void Notebooks_Always_AreThere() => Assert.That(Notebook.Names, Has.Exactly(3).Items);
}
