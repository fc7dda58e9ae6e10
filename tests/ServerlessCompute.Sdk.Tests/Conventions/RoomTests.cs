using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServerlessCompute;

/// <summary>
/// Folders are rooms, and doors between them go one way. The tables say which rooms each room may use; <c>root</c> is the project's own folder,
/// <c>*</c> is every room.
/// </summary>
internal sealed class RoomTests
{
    private static readonly Dictionary<string, string> Sdk = new(StringComparer.Ordinal)
    {
        // The ground: values that any room may hold, and what a process asks its surroundings for.
        ["Values"] = "",
        ["Ambient"] = "",
        // The nouns know each other, and nothing of how they are written, sent or checked.
        ["Commands"] = "Data Jobs Values",
        ["Compute"] = "Values",
        ["Data"] = "Commands Values",
        ["Identity"] = "Values",
        ["Jobs"] = "Commands Compute Data Identity Values",
        // Code inside a job: it reads its variables and knows nothing of how jobs are made.
        ["Training"] = "Ambient",
        // Rules look at nouns alone.
        ["Validation"] = "Commands Compute Data Identity Jobs Values",
        // The wire knows the nouns; no noun knows the wire.
        ["Wire"] = "Commands Compute Data Identity Jobs Values",
        // How things go wrong, for users.
        ["Errors"] = "Running Values Jobs",
        // HTTP under the options that the client was given; of what it carries it reads errors and addresses alone.
        ["Transport"] = "Ambient Errors Values Wire root",
        // The client stands on everything.
        ["root"] = "*",
    };

    [Test]
    public void Sdk_EachRoom_UsesOnlyTheRoomsItMayUse() => AssertDoors("ServerlessCompute.Sdk", Sdk);

    private static void AssertDoors(string library, Dictionary<string, string> mayUse)
    {
        CSharpCompilation compilation = Sources.Compile(library);
        string[] rooms = [.. compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).Select(tree => Sources.Room(library, tree.FilePath)).Distinct(StringComparer.Ordinal)];
        Dictionary<string, HashSet<string>> doors = mayUse.ToDictionary(row => row.Key, row => row.Value.Split(' ').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doors.Keys, Is.EquivalentTo(rooms), "Each folder has its row in the table, each row its folder.");
            Assert.That(Uses(library, compilation).Where(use => !IsOpen(use)).Select(use => use.Place), Is.Empty);
        }

        bool IsOpen((string From, string[] To, string Place) use) =>
            !doors.TryGetValue(use.From, out HashSet<string>? open) || open.Contains("*") || use.To.Any(to => to == use.From || open.Contains(to));
    }

    // Each mention of a type of the library (or of a member of one) in code; documentation may mention whatever it likes.
    private static IEnumerable<(string From, string[] To, string Place)> Uses(string library, CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string room = Sources.Room(library, tree.FilePath);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
                INamedTypeSymbol? type = (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
                if (type is null || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
                {
                    continue;
                }

                string[] to = [.. type.Locations.Where(location => location.IsInSource).Select(location => Sources.Room(library, location.SourceTree!.FilePath)).Distinct(StringComparer.Ordinal)];
                int line = name.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return (room, to, $"{Repository.Relative(tree.FilePath)}({line}): {room} uses {type.Name} of {string.Join('/', to)}");
            }
        }
    }
}
