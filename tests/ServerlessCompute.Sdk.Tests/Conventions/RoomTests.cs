using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServerlessCompute;

/// <summary>
/// Folders are rooms, and doors between them go one way. The tables say what each room may use: a room, or with <c>Room.Type</c> one type of it.
/// <c>root</c> is the project's own folder, <c>Sdk</c> (in the tables of other libraries) the SDK, <c>*</c> everything.
/// </summary>
internal sealed class RoomTests
{
    private const string Nouns = "Commands Compute Data Identity Jobs Values";

    private static readonly Dictionary<string, string> Sdk = new(StringComparer.Ordinal)
    {
        // The ground: values that any room may hold, and what a process asks its surroundings for.
        ["Values"] = "",
        ["Ambient"] = "",
        // The nouns know each other where one is made of the other, and nothing of how they are written, sent or checked.
        ["Identity"] = "Values",
        ["Compute"] = "Values",
        ["Data"] = "Values",
        ["Commands"] = "Data Values",
        ["Jobs"] = "Commands Compute Data Identity Values",
        // Rules look at nouns alone.
        ["Validation"] = Nouns,
        // The wire knows the nouns; no noun knows the wire.
        ["Wire"] = $"{Nouns} Errors root.ServerlessComputeClientOptions root.ServiceVersion",
        // How things go wrong, for users.
        ["Errors"] = "Jobs Running Validation Values",
        // HTTP under the options that the client was given; of what it carries it reads errors and addresses alone. It equips the Assets room.
        ["Transport"] = "Ambient Assets.AssetContext Errors Jobs.JobFormatException Values Wire root",
        // What is read from folders and uploaded before a job is sent.
        ["Assets"] = $"{Nouns} Ambient Errors Transport Validation.AssetName Wire root",
        // A job after submission: the client's pipeline and what it brings.
        ["Running"] = $"{Nouns} Ambient Assets Errors Transport Validation Wire root",
        // Code inside a job knows its surroundings, and no client.
        ["Training"] = "Ambient Errors",
        // The client stands on everything.
        ["root"] = "*",
    };

    private static readonly Dictionary<string, string> InMemory = new(StringComparer.Ordinal)
    {
        // What runs leave behind; asked through the same envelopes as everything else.
        ["Storage"] = "Arm.EngineRequest Arm.EngineResponse",
        // Where machines come from: knows a job by what it wants.
        ["Capacity"] = "Life root",
        // What a job does when it runs.
        ["Execution"] = "Arm Capacity Life Storage root",
        // What happens next.
        ["Life"] = "Arm Capacity Execution Storage root",
        // The front desk sees the whole house.
        ["Arm"] = "Capacity Execution Life Storage root",
        // Only here is the SDK known, to make a client and to show jobs to tests.
        ["root"] = "*",
    };

    [Test]
    public void Sdk_EachRoom_UsesOnlyWhatItMayUse() => AssertDoors("ServerlessCompute.Sdk", Sdk);

    [Test]
    public void InMemory_EachRoom_UsesOnlyWhatItMayUse() => AssertDoors("ServerlessCompute.Sdk.InMemory", InMemory);

    private static void AssertDoors(string library, Dictionary<string, string> mayUse)
    {
        CSharpCompilation compilation = Sources.Compile(library);
        IEnumerable<string> rooms = compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).Select(tree => Sources.Room(library, tree.FilePath)).Distinct();
        ILookup<string, string> doors = mayUse.SelectMany(row => row.Value.Split(' '), (row, open) => (row.Key, open)).ToLookup(door => door.Key, door => door.open);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rooms.Except(mayUse.Keys), Is.Empty, "Each folder has its row in the table.");
            Assert.That(Uses(library, compilation).Where(use => !IsOpen(use)).Select(use => use.Place).Distinct(), Is.Empty);
        }

        bool IsOpen((string From, string[] To, string Type, string Place) use) =>
            doors[use.From].Contains("*") || use.To.Any(to => to == use.From || doors[use.From].Contains(to) || doors[use.From].Contains($"{to}.{use.Type}"));
    }

    // Each mention of a type of ours (or of a member of one) in code; documentation may mention whatever it likes.
    private static IEnumerable<(string From, string[] To, string Type, string Place)> Uses(string library, CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string from = Sources.Room(library, tree.FilePath);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
                if ((symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition is { } type && RoomsOf(library, type) is { Length: > 0 } to)
                {
                    yield return (from, to, type.Name, $"{Repository.Relative(tree.FilePath)}: {from} uses {type.Name} of {string.Join('/', to)}");
                }
            }
        }
    }

    private static string[] RoomsOf(string library, INamedTypeSymbol type) => type.ContainingAssembly?.Name switch
    {
        var assembly when assembly == library => [.. type.Locations.Where(location => location.IsInSource).Select(location => Sources.Room(library, location.SourceTree!.FilePath)).Distinct()],
        "ServerlessCompute.Sdk" => ["Sdk"],
        _ => [],
    };
}
