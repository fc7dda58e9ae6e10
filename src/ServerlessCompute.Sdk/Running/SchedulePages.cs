using Azure;

namespace ServerlessCompute;

/// <summary>Lists of schedules.</summary>
internal static class SchedulePages
{
    public static AsyncPageable<Schedule> Of(ServiceConnection connection, ScheduleListView view, CancellationToken cancellationToken) => new ResourcePages<Schedule>(
        connection,
        _ => new(FirstPage(connection, view)),
        answer =>
        {
            ResourcePage<Schedule> page = ScheduleWire.ReadPage(answer.Span);
            return (page.Items, page.NextLink);
        },
        cancellationToken);

    private static Uri FirstPage(ServiceConnection connection, ScheduleListView view) => connection.ArmUri(
        "/schedules",
        ScheduleRequests.ReadVersion(connection),
        view switch
        {
            ScheduleListView.Disabled => "&listViewType=DisabledOnly",
            ScheduleListView.All => "&listViewType=All",
            _ => "",
        });
}
