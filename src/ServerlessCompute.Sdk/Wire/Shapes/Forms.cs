namespace ServerlessCompute;

/// <summary>The forms of values that have no noun of their own.</summary>
internal static class Forms
{
    public static ValueForm<string> Text { get; } = new TextForm();

    /// <summary>A text that people write as a number now and then: a version.</summary>
    public static ValueForm<string> Version { get; } = new TextForm(takesNumbers: true);

    /// <summary>A text that is a number most often, and is one where steps are sent.</summary>
    public static ValueForm<string> NumberText { get; } = new TextForm(takesNumbers: true, numberInSteps: true);

    public static ValueForm<int> Integer { get; } = new IntegerForm();

    public static ValueForm<double> Number { get; } = new NumberForm();

    public static ValueForm<bool> Flag { get; } = new FlagForm();

    /// <summary>Seconds in trees.</summary>
    public static ValueForm<TimeSpan> Seconds { get; } = new DurationForm(TimeSpan.FromSeconds(1), isoInSteps: false);

    /// <summary>Seconds in YAML, ISO 8601 in steps.</summary>
    public static ValueForm<TimeSpan> SecondsOrIso { get; } = new DurationForm(TimeSpan.FromSeconds(1), isoInSteps: true);

    /// <summary>Minutes in trees.</summary>
    public static ValueForm<TimeSpan> Minutes { get; } = new DurationForm(TimeSpan.FromMinutes(1), isoInSteps: false);

    public static ValueForm<AssetPath> Path { get; } = new PathForm();

    public static ValueForm<RawJson> Json { get; } = new JsonForm();

    public static ValueForm<ValueMap<RawJson>> Extras { get; } = new MapForm<RawJson>(Json);

    public static ValueForm<ValueMap<string>> Texts { get; } = new MapForm<string>(Text);

    /// <summary>Labels: YAML may leave one without a value.</summary>
    public static ValueForm<ValueMap<string>> Labels { get; } = new MapForm<string>(Text, takesNull: true);

    public static ValueForm<ValueList<string>> TextList { get; } = new ListForm<string>(Text);

    public static ValueForm<ValueList<AssetPath>> Paths { get; } = new ListForm<AssetPath>(Path);
}
