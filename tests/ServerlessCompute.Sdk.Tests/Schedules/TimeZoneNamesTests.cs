namespace ServerlessCompute;

/// <summary>The table of time zones leads where it says.</summary>
internal sealed class TimeZoneNamesTests
{
    private static IEnumerable<string> WindowsNames => TimeZoneInfo.GetSystemTimeZones().Select(zone => TimeZoneNames.ToWindows(zone.Id)).OfType<string>().Distinct();

    [TestCase("UTC", "UTC")]
    [TestCase("utc", "UTC")]
    [TestCase("Etc/UTC", "UTC")]
    [TestCase("Europe/Berlin", "W. Europe Standard Time")]
    [TestCase("europe/vienna", "W. Europe Standard Time")]
    [TestCase("w. europe standard time", "W. Europe Standard Time")]
    [TestCase("America/Los_Angeles", "Pacific Standard Time")]
    [TestCase("Asia/Kolkata", "India Standard Time")]
    [TestCase("Asia/Calcutta", "India Standard Time")]
    [TestCase("Mars/Olympus", null)]
    [TestCase("", null)]
    public void ToWindows_NameOfEither_IsTheServicesName(string name, string? windows) => Assert.That(TimeZoneNames.ToWindows(name), Is.EqualTo(windows));

    [TestCase("W. Europe Standard Time", "Europe/Berlin")]
    [TestCase("Europe/Vienna", "Europe/Berlin")]
    [TestCase("Mars/Olympus", null)]
    public void ToIana_NameOfEither_IsTheBestKnownPlace(string name, string? iana) => Assert.That(TimeZoneNames.ToIana(name), Is.EqualTo(iana));

    [Test]
    [Platform(Exclude = "Win", Reason = "The system knows no places.")]
    public void Table_EachPlaceOfTheSystem_IsInItWithItsOwnTime()
    {
        TimeZoneInfo[] places = [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.Id.Contains('/', StringComparison.Ordinal))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(places, Has.Length.GreaterThan(300));

            // A country may change its clocks at any time; the table is a little behind then.
            Assert.That(places.Select(zone => zone.Id).Where(id => TimeZoneNames.ToIana(id) is null).ToArray(), Has.Length.LessThan(5));
            Assert.That(places.Where(zone => TimeZoneNames.ToIana(zone.Id) is { } same && Offsets(same) != Offsets(zone.Id)).Select(zone => zone.Id).ToArray(), Has.Length.LessThan(5));
        }
    }

    [TestCaseSource(nameof(WindowsNames))]
    [Platform(Exclude = "Win", Reason = "The system knows no places.")]
    public void ToIana_EachZone_ShowsTheTimeThatTheServiceInMemoryHasForIt(string windows) =>
        Assert.That(Offsets(TimeZoneNames.ToIana(windows)!), Is.EqualTo(Offsets(windows == "UTC" ? "UTC" : WindowsZones.Find(windows)!)));

    private static string Offsets(string id)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        return string.Join(' ', Enumerable.Range(1, 12).Select(month => zone.GetUtcOffset(new DateTime(2026, month, 15))));
    }
}
