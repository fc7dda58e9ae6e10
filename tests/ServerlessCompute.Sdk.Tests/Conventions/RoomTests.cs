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
    private const string Nouns = "Commands Compute Data Identity Jobs Schedules Search Values";

    private static readonly Dictionary<string, string> Sdk = new(StringComparer.Ordinal)
    {
        // The ground: values that any room may hold, and what a process asks its surroundings for.
        ["Values"] = "Display.TypeFormatterSourceAttribute",
        ["Ambient"] = "",
        // Spans, measurements and messages: knows names and numbers alone.
        ["Diagnostics"] = "",
        // The nouns know each other where one is made of the other, and nothing of how they are written, sent or checked.
        ["Identity"] = "Values",
        ["Compute"] = "Values",
        ["Data"] = "Values",
        ["Search"] = "Data.HoleMarker Values",
        ["Commands"] = "Data Search Values",
        ["Jobs"] = "Commands Compute Data Display.TypeFormatterSourceAttribute Identity Search Values",
        ["Schedules"] = "Jobs Values",
        // What a workspace keeps under a name, and what there is to run on.
        ["Registered"] = "Data Jobs.SystemData Values",
        ["Capacity"] = "Compute Jobs Values",
        // Rules look at nouns alone.
        ["Validation"] = Nouns,
        // The wire knows the nouns; no noun knows the wire.
        ["Wire"] = $"{Nouns} Capacity Registered Errors root.ServerlessComputeClientOptions root.ServiceVersion",
        // How things go wrong, for users: some carry how the job ended.
        ["Errors"] = "Running Values",
        // HTTP under the options that the client was given; of what it carries it reads errors and addresses alone.
        ["Transport"] = "Diagnostics Errors Wire root",
        // Traffic kept and played back, under the pipeline of a client.
        ["Recording"] = "Transport.Redaction Values root",
        // What is read from folders and uploaded before a job is sent, and what is downloaded after it.
        ["Assets"] = "Ambient Data Diagnostics Errors Jobs Transport Values Wire.ComponentWire Wire.TreeJson Wire.YamlReader Wire.YamlWriter root",
        // A job after submission: the client's pipeline and what it brings.
        ["Running"] = "Assets Capacity Compute Preflight Data Diagnostics Display.TypeFormatterSourceAttribute Errors Identity Jobs Schedules Search Transport Validation Values Wire root",
        // What a job would get, before it is sent.
        ["Preflight"] = "Administration Capacity Compute Display.TypeFormatterSourceAttribute Jobs Running Search Transport Validation Values Wire root",
        // What administrators ask for: assets, datastores, limits.
        ["Administration"] = "Assets Capacity Data Errors Jobs Registered Transport Values Wire root",
        // Pictures and tables of what the others hold, made of public data; they know it by an attribute alone.
        ["Display"] = "Capacity Commands Compute Data Jobs Preflight Running Search Validation Values",
        // Code inside a job knows its surroundings, and no client.
        ["Training"] = "Ambient",
        // The client stands on everything.
        ["root"] = "*",
    };

    private static readonly Dictionary<string, string> InMemory = new(StringComparer.Ordinal)
    {
        // What runs leave behind; asked through the same envelopes as everything else.
        ["Storage"] = "Arm.EngineRequest Arm.EngineResponse",
        // Where machines come from: knows a job by what it wants, and the clock by which nodes come and go.
        ["Capacity"] = "Life.Appointment Life.Draw Life.IEventTarget Life.Pacemaker Life.RunError root",
        // What a job does when it runs.
        ["Execution"] = "Arm Capacity Life Storage root",
        // What happens next. It puts the house together, and reads bodies with the front desk's eyes; it answers nobody.
        ["Life"] = "Arm.AssetId Arm.AssetKind Arm.AssetStore Arm.AssetVersion Arm.EngineRequest Arm.EngineResponse Arm.FrontDesk Arm.JobTierWords Arm.JsonBuffer Arm.JsonMember Arm.JsonScan Arm.JsonWriting Arm.ServiceNames Capacity Execution Faults History.InMemoryEvent History.InMemoryExchange Storage root",
        // The time ahead, on the machines and the clock of the service and without its desk.
        ["Forecast"] = "Capacity Life Sdk root",
        // The front desk sees the whole house.
        ["Arm"] = "Capacity Execution Explain Faults Life Storage root",
        // What goes wrong: on the way of requests, and with machines.
        ["Faults"] = "Arm.ContractProblem Arm.EngineRequest Arm.EngineResponse Arm.FrontDesk Arm.Refusal Capacity Life Storage.BlobException root",
        // What happened, as a log that can be saved, compared and played again.
        ["History"] = "Arm Life Sdk root",
        // Why a job got its machines, or waits for them.
        ["Explain"] = "Capacity Life Sdk root",
        // Only here is the SDK known, to make a client and to show jobs to tests.
        ["root"] = "*",
    };

    private static readonly Dictionary<string, string> Yaml = new(StringComparer.Ordinal)
    {
        // From text to trees, and from trees to nouns by the SDK's own tables; to text the same way back. Neither knows the other.
        ["Reading"] = "Sdk root.JobYamlException root.YamlOptions root.YamlProblem root.YamlVariables",
        ["Writing"] = "Sdk root.YamlVariables",
        ["root"] = "*",
    };

    private static readonly Dictionary<string, string> Hosting = new(StringComparer.Ordinal) { ["root"] = "*" };

    [Test]
    public void Sdk_EachRoom_UsesOnlyWhatItMayUse() => AssertDoors("ServerlessCompute.Sdk", Sdk);

    [Test]
    public void InMemory_EachRoom_UsesOnlyWhatItMayUse() => AssertDoors("ServerlessCompute.Sdk.InMemory", InMemory);

    [Test]
    public void Yaml_EachRoom_UsesOnlyWhatItMayUse() => AssertDoors("ServerlessCompute.Sdk.Yaml", Yaml);

    [Test]
    public void Hosting_EachRoom_UsesOnlyWhatItMayUse() => AssertDoors("ServerlessCompute.Sdk.Hosting", Hosting);

    private static void AssertDoors(string library, Dictionary<string, string> mayUse)
    {
        CSharpCompilation compilation = Sources.Compile(library);
        IEnumerable<string> rooms = compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).Select(tree => Sources.Room(library, tree.FilePath)).Distinct();
        (string From, string To)[] doors = [.. mayUse.SelectMany(row => row.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), (row, to) => (row.Key, to))];
        Use[] uses = [.. Uses(library, compilation).Distinct()];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mayUse.Keys, Is.EquivalentTo(rooms), "Each folder has its row in the table, each row its folder.");
            Assert.That(string.Join("\n", uses.Where(use => !doors.Any(use.GoesThrough))), Is.Empty, "These go through a door that is not there.");
            Assert.That(doors.Where(door => !uses.Any(use => use.GoesThrough(door))), Is.Empty, "Nobody goes through these doors: close them.");
        }
    }

    // Each mention of a type of ours (or of a member of one) outside its room; documentation may mention whatever it likes.
    private static IEnumerable<Use> Uses(string library, CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string from = Sources.Room(library, tree.FilePath);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
                if ((symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition is { } type && RoomOf(library, type) is { } to && to != from)
                {
                    yield return new Use(from, to, type.Name, Repository.Relative(tree.FilePath));
                }
            }
        }
    }

    // The parts of a type in several files are in one room: a test of its own holds that.
    private static string? RoomOf(string library, INamedTypeSymbol type) => type.ContainingAssembly?.Name switch
    {
        var assembly when assembly == library => type.Locations.FirstOrDefault(location => location.SourceTree?.FilePath.Length > 0) is { } location ? Sources.Room(library, location.SourceTree!.FilePath) : null,
        "ServerlessCompute.Sdk" => "Sdk",
        _ => null,
    };

    private sealed record Use(string From, string To, string Type, string File)
    {
        public bool GoesThrough((string From, string To) door) => door.From == From && (door.To == "*" || door.To == To || door.To == $"{To}.{Type}");

        public override string ToString() => $"{File}: {From} uses {Type} of {To}";
    }
}
