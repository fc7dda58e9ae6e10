using System.Text.Json.Nodes;
using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// The generators are good enough: a codec that loses one member, whichever it is, is found by the property of its round trip in a few
/// hundred jobs, which takes well under a second.
/// </summary>
internal sealed class PlantedFaultTests
{
    private const int Few = 400;

    // What several kinds share is lost in the first of them.
    private static IEnumerable<TestCaseData> TreeMembers =>
        from all in JobTables.All
        from dialect in new[] { Dialect.Step, Dialect.Yaml }
        from member in all.Variants.SelectMany(table => TreeNames(table, dialect).Select(name => (Table: table, Name: name))).DistinctBy(member => member.Name)
        select new TestCaseData(member.Table, dialect, member.Name).SetArgDisplayNames(all.YamlType, $"{dialect}", member.Name);

    private static IEnumerable<TestCaseData> RestMembers =>
        from all in JobTables.All
        from member in all.Variants.SelectMany(table => RestNames(table).Select(name => (Table: table, Name: name))).DistinctBy(member => member.Name)
        select new TestCaseData(member.Table, member.Name).SetArgDisplayNames(all.YamlType, member.Name);

    [TestCaseSource(nameof(TreeMembers))]
    public void Trees_LosingOneMember_AreFound(JobTable table, Dialect dialect, string name) => Assert.That(
        () => GenTable.Jobs(table, dialect).Sample(
            job => table.TryRead(table.Write(job, dialect).Without(name), new ListeningReader(dialect), out Job? read) && read.Equals(job),
            iter: Few,
            threads: 1),
        Throws.TypeOf<CsCheckException>());

    [TestCaseSource(nameof(RestMembers))]
    public void Rest_LosingOneMember_IsFound(JobTable table, string name) => Assert.That(
        () => GenTable.Jobs(table, Dialect.Rest).Sample(
            job =>
            {
                JsonNode body = JsonNode.Parse(Wired.Write(job))!;
                body["properties"]!.AsObject().Remove(name);
                return Wired.Read(body.ToJsonString()).Equals(job);
            },
            iter: Few,
            threads: 1),
        Throws.TypeOf<CsCheckException>());

    private static IEnumerable<string> TreeNames(JobTable table, Dialect dialect) =>
        table.NamesIn(dialect).Intersect(Sample(table, dialect, job => table.Write(job, dialect).Entries.Select(entry => (entry.Name, TreeJson.ToRaw(entry.Value).ToString()))));

    private static string[] RestNames(JobTable table) => Sample(
        table,
        Dialect.Rest,
        job => JsonNode.Parse(Wired.Write(job))!["properties"]!.AsObject().Select(member => (member.Key, member.Value?.ToJsonString() ?? "")));

    /// <summary>
    /// The names in enough jobs that each member is in one of them. Members that nobody knows are left out, and those that are the same in
    /// each job: they say of which kind it is, which its table knows.
    /// </summary>
    private static string[] Sample(JobTable table, Dialect dialect, Func<Job, IEnumerable<(string Name, string Value)>> members)
    {
        const int Jobs = 60;
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        GenTable.Jobs(table, dialect).Sample(
            job =>
            {
                foreach ((string name, string value) in members(job with { AdditionalProperties = ValueMap<RawJson>.Empty }))
                {
                    found.TryAdd(name, []);
                    found[name].Add(value);
                }
            },
            iter: Jobs,
            threads: 1,
            seed: "0000000000001");
        return [.. found.Where(member => member.Value.Count < Jobs || member.Value.Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(member => member.Key)];
    }
}
