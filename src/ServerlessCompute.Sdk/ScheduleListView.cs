namespace ServerlessCompute;

/// <summary>Which schedules to list.</summary>
public enum ScheduleListView
{
    /// <summary>Those that fire.</summary>
    Enabled,

    /// <summary>Those that do not.</summary>
    Disabled,

    /// <summary>All of them.</summary>
    All,
}
