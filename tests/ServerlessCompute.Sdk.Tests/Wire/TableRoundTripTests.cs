using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// Every kind of job is the same job in C#, in REST and in trees, whichever of them it starts from. A long run:
/// <c>CsCheck_Iter=50000 dotnet test --filter Name~TableRoundTrip</c>.
/// </summary>
internal sealed class TableRoundTripTests
{
    private static readonly long Many = Math.Max(200, Check.Iter);

    private static IEnumerable<JobTable> Tables => JobTables.All.SelectMany(table => table.Variants);

    [TestCaseSource(nameof(Tables))]
    public void Rest_AnyJob_ReadsBackEqual(JobTable table) =>
        GenTable.Jobs(table, Dialect.Rest).Sample(job => Wired.Read(Wired.Write(job)).Equals(job), iter: Many, print: job => $"{Wired.Write(job)}\n{Wired.Write(Wired.Read(Wired.Write(job)))}");

    [TestCaseSource(nameof(Tables))]
    public void Yaml_AnyJob_ReadsBackEqual(JobTable table) => RoundTrip(table, Dialect.Yaml);

    [TestCaseSource(nameof(Tables))]
    public void Step_AnyJob_ReadsBackEqual(JobTable table) => RoundTrip(table, Dialect.Step);

    private static void RoundTrip(JobTable table, Dialect dialect) => GenTable.Jobs(table, dialect).Sample(
        job => table.TryRead(table.Write(job, dialect), new ListeningReader(dialect), out Job? read) && read.Equals(job),
        iter: Many,
        print: job => Describe(table, job, dialect));

    private static string Describe(JobTable table, Job job, Dialect dialect)
    {
        var reader = new ListeningReader(dialect);
        string written = TreeJson.ToRaw(table.Write(job, dialect)).ToString();
        string again = table.TryRead(table.Write(job, dialect), reader, out Job? read) ? TreeJson.ToRaw(table.Write(read, dialect)).ToString() : string.Join('\n', reader.Problems);
        return $"{written}\n{again}";
    }
}
