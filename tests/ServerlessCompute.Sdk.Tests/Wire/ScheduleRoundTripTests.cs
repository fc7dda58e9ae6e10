using System.Text.Json.Nodes;
using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// A schedule is the same schedule in C#, in REST and in YAML, whichever of them it starts from. A long run:
/// <c>CsCheck_Iter=50000 dotnet test --filter Name~ScheduleRoundTrip</c>.
/// </summary>
internal sealed class ScheduleRoundTripTests
{
    private const int Few = 400;

    private static readonly long Many = Math.Max(200, Check.Iter);

    private static IEnumerable<string> RestMembers => ["displayName", "description", "tags", "properties", "isEnabled", "trigger", "action"];

    private static IEnumerable<string> YamlMembers => ["name", "display_name", "description", "tags", "properties", "is_enabled", "trigger", "create_job"];

    private static IEnumerable<string> TriggerMembers => ["expression", "frequency", "interval", "schedule", "start_time", "end_time", "time_zone"];

    private static IEnumerable<string> PatternMembers => ["hours", "minutes", "week_days", "month_days"];

    [Test]
    public void Rest_AnySchedule_ReadsBackEqual() => GenSchedule.In(Dialect.Rest).Sample(
        schedule => Wired.ReadSchedule(Wired.Write(schedule)).Equals(schedule),
        iter: Many,
        print: schedule => $"{Wired.Write(schedule)}\n{Wired.Write(Wired.ReadSchedule(Wired.Write(schedule)))}");

    [Test]
    public void Yaml_AnySchedule_ReadsBackEqual() => GenSchedule.In(Dialect.Yaml).Sample(
        schedule => schedule.Equals(ReadYaml(Yaml(schedule))),
        iter: Many,
        print: schedule => $"{TreeJson.ToRaw(Yaml(schedule))}\n{(ReadYaml(Yaml(schedule)) is { } read ? TreeJson.ToRaw(Yaml(read)) : "not read")}");

    [Test]
    public void ToCSharp_AnySchedule_CompilesAndMakesAnEqualSchedule() => GenSchedule.In(Dialect.Step).Array[(int)Math.Max(200, Check.Iter / 2)].Sample(
        schedules =>
        {
            IReadOnlyList<Schedule> made = CompiledJobs.Make<Schedule>([.. schedules.Select(schedule => schedule.ToCSharp())]);
            int different = Enumerable.Range(0, schedules.Length).FirstOrDefault(i => !made[i].Equals(schedules[i]), -1);
            Assert.That(different, Is.Negative, different < 0 ? "" : $"{schedules[different].ToCSharp()}\n\nmakes\n\n{made[different].ToCSharp()}");
        },
        iter: 1,
        seed: "0000000000001");

    [TestCaseSource(nameof(RestMembers))]
    public void Rest_LosingOneMember_IsFound(string name) => AssertFound(Dialect.Rest, schedule =>
    {
        JsonNode body = JsonNode.Parse(Wired.Write(schedule))!;
        body["properties"]!.AsObject().Remove(name);
        return Wired.ReadSchedule(body.ToJsonString());
    });

    [TestCaseSource(nameof(YamlMembers))]
    public void Yaml_LosingOneMember_IsFound(string name) => AssertFound(Dialect.Yaml, schedule => ReadYaml(Yaml(schedule).Without(name)));

    [TestCaseSource(nameof(TriggerMembers))]
    public void Yaml_LosingOneMemberOfTheTrigger_IsFound(string name) => AssertFound(Dialect.Yaml, schedule =>
    {
        TreeMap tree = Yaml(schedule);
        return ReadYaml(tree.With("trigger", ((TreeMap)tree.Get("trigger")!).Without(name)));
    });

    [TestCaseSource(nameof(PatternMembers))]
    public void Yaml_LosingOneMemberOfThePattern_IsFound(string name) => AssertFound(Dialect.Yaml, schedule =>
    {
        TreeMap tree = Yaml(schedule);
        var trigger = (TreeMap)tree.Get("trigger")!;
        return trigger.Get("schedule") is TreeMap pattern ? ReadYaml(tree.With("trigger", trigger.With("schedule", pattern.Without(name)))) : schedule;
    });

    private static void AssertFound(Dialect dialect, Func<Schedule, Schedule?> throughFaulty) => Assert.That(
        () => GenSchedule.In(dialect).Sample(schedule => schedule.Equals(throughFaulty(schedule)), iter: Few, threads: 1),
        Throws.TypeOf<CsCheckException>());

    private static TreeMap Yaml(Schedule schedule) => (TreeMap)ScheduleTables.Schedule.Write(schedule, Dialect.Yaml);

    private static Schedule? ReadYaml(TreeMap tree) => ScheduleTables.Schedule.TryRead(tree, new ListeningReader(Dialect.Yaml), out Schedule? read) ? read : null;
}
