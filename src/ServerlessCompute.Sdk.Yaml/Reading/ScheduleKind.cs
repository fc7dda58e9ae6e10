namespace ServerlessCompute;

/// <summary>Documents that describe schedules.</summary>
internal static class ScheduleKind
{
    /// <summary>Reads a document as a schedule.</summary>
    public static Schedule? Read(YamlFile file, TreeReader reader)
    {
        if (file.Noun is { } noun && noun != YamlNoun.Schedule)
        {
            reader.Report(file.Root.Place, $"This describes a {YamlFile.Name(noun)}, not a schedule.", $"Load it as a {YamlFile.Name(noun)}.");
            return null;
        }

        return ScheduleTables.Schedule.TryRead(file.Root, reader, out Schedule? schedule) ? schedule : null;
    }
}
