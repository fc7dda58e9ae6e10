using CsCheck;

namespace ServerlessCompute;

/// <summary>Schedules with everything that their table knows, sensible or not.</summary>
internal static class GenSchedule
{
    public static Gen<Schedule> In(Dialect dialect) => new GenTable(dialect).OfShape(ScheduleTables.Schedule, whole: false);

    /// <summary>Jobs as schedules have them: some are like another one.</summary>
    public static Gen<Job> Job(Gen<Job> any) => Gen.Frequency(
        (6, any),
        (1, GenText.NewWord.Select(ScheduledJob.Like)),
        (1, Gen.Select(GenText.NewWord, any, ScheduledJob.Like)));
}
