using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>When schedules fire.</summary>
[TestFixture]
internal sealed class FireRuleTests
{
    private const string Made = "2026-01-05 09:00";

    [TestCase("15 10 * * 1", "UTC", Made, "2026-01-05 10:15", "2026-01-12 10:15")]
    [TestCase("*/20 * * * *", "UTC", Made, "2026-01-05 09:00", "2026-01-05 09:20", "2026-01-05 09:40", Description = "The moment at which it is made counts.")]
    [TestCase("0 8-10,22 * * MON-FRI", "UTC", "2026-01-09 09:30", "2026-01-09 10:00", "2026-01-09 22:00", "2026-01-12 08:00")]
    [TestCase("5/30 0 * * *", "UTC", Made, "2026-01-06 00:05", "2026-01-06 00:35", "2026-01-07 00:05")]
    [TestCase("0 9 15 6 *", "UTC", Made, "2026-01-05 09:00", "2026-01-06 09:00", Description = "Days and months count as *.")]
    [TestCase("30 0 9 * * *", "UTC", Made, "2026-01-05 09:00:30", "2026-01-06 09:00:30", Description = "Seconds in front.")]
    [TestCase("15 10 * * 1", "Pacific Standard Time", "2026-03-01 00:00", "2026-03-02 18:15", "2026-03-09 17:15", Description = "The clock goes forward on 8 March.")]
    [TestCase("30 2 * * *", "Eastern Standard Time", "2026-03-07 12:00", "2026-03-08 07:30", "2026-03-09 06:30", Description = "Half past two is left out on 8 March and comes an hour later.")]
    [TestCase("30 1 * * *", "America/New_York", "2026-10-31 12:00", "2026-11-01 05:30", "2026-11-02 06:30", Description = "Half past one comes twice on 1 November; the first counts.")]
    [TestCase("30 * * * *", "Eastern Standard Time", "2026-11-01 05:00", "2026-11-01 05:30", "2026-11-01 06:30", "2026-11-01 07:30", Description = "Every hour is every hour, also while the clock goes back.")]
    [TestCase("0 12 * * *", "W. Europe Standard Time", "2026-07-01 00:00", "2026-07-01 10:00", "2026-07-02 10:00")]
    public void Cron_AfterATime_FiresAsTheClockOfItsZoneSays(string expression, string zone, string made, params string[] expected) =>
        AssertFires($$"""{"triggerType":"Cron","expression":"{{expression}}","timeZone":"{{zone}}"}""", made, made, expected);

    [TestCase("Minute", 90, "", Made, "2026-01-05 09:00", "2026-01-05 10:30", "2026-01-05 12:00", Description = "Without a start, and without times, at once.")]
    [TestCase("Hour", 12, ",\"startTime\":\"2026-01-04 06:00:00\"", Made, "2026-01-05 18:00", "2026-01-06 06:00", Description = "A start that is past only gives the beat.")]
    [TestCase("Day", 2, ",\"startTime\":\"2026-01-06 08:30:00\"", Made, "2026-01-06 08:30", "2026-01-08 08:30", "2026-01-10 08:30")]
    [TestCase("Day", 1, ",\"schedule\":{\"hours\":[18,6],\"minutes\":[0,30]}", Made, "2026-01-05 18:00", "2026-01-05 18:30", "2026-01-06 06:00", "2026-01-06 06:30")]
    [TestCase("Week", 1, ",\"schedule\":{\"hours\":[10],\"minutes\":[0],\"weekDays\":[\"Friday\",\"Tuesday\"]}", Made, "2026-01-06 10:00", "2026-01-09 10:00", "2026-01-13 10:00")]
    [TestCase("Week", 2, ",\"startTime\":\"2026-01-07 10:00:00\",\"schedule\":{\"hours\":[10],\"minutes\":[0],\"weekDays\":[\"Monday\",\"Wednesday\"]}", Made, "2026-01-07 10:00", "2026-01-19 10:00", "2026-01-21 10:00")]
    [TestCase("Month", 1, ",\"schedule\":{\"hours\":[0],\"minutes\":[5],\"monthDays\":[31,15]}", "2026-01-20 00:00", "2026-01-31 00:05", "2026-02-15 00:05", "2026-03-15 00:05", "2026-03-31 00:05")]
    [TestCase("Month", 3, ",\"startTime\":\"2026-01-10 07:00:00\"", Made, "2026-01-10 07:00", "2026-04-10 07:00", "2026-07-10 07:00")]
    [TestCase("Day", 1, ",\"timeZone\":\"Eastern Standard Time\",\"startTime\":\"2026-03-07 09:00:00\"", Made, "2026-03-07 14:00", "2026-03-08 13:00", "2026-03-09 13:00", Description = "Nine stays nine.")]
    [TestCase("Hour", 24, ",\"timeZone\":\"Eastern Standard Time\",\"startTime\":\"2026-03-07 09:00:00\"", Made, "2026-03-07 14:00", "2026-03-08 14:00", Description = "Hours are counted as they pass.")]
    public void Recurrence_AfterATime_FiresEverySoOften(string frequency, int interval, string more, string made, params string[] expected) =>
        AssertFires($$"""{"triggerType":"Recurrence","frequency":"{{frequency}}","interval":{{interval}}{{more}}}""", made, made, expected);

    [Test]
    public void Next_BetweenStartAndEnd_IsThereAndNotBeyond()
    {
        FireRule rule = Read("""{"triggerType":"Cron","expression":"0 12 * * *","startTime":"2026-02-01T12:00:00","endTime":"2026-02-02 12:00:00"}""")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Next(Ticks(Made), Ticks(Made)), Is.EqualTo(Ticks("2026-02-01 12:00")), "The start itself counts.");
            Assert.That(rule.Next(Ticks("2026-02-01 12:00"), Ticks(Made)), Is.EqualTo(Ticks("2026-02-02 12:00")), "So does the end.");
            Assert.That(rule.Next(Ticks("2026-02-02 12:00"), Ticks(Made)), Is.Null);
        }
    }

    [TestCase("{\"triggerType\":\"Cron\",\"expression\":\"61 * * * *\"}", "is not a cron expression")]
    [TestCase("{\"triggerType\":\"Cron\",\"expression\":\"* * *\"}", "is not a cron expression")]
    [TestCase("{\"triggerType\":\"Cron\",\"expression\":\"5-1 * * * *\"}", "is not a cron expression")]
    [TestCase("{\"triggerType\":\"Cron\",\"expression\":\"* * * * *\",\"timeZone\":\"Mars\"}", "no time zone 'Mars'")]
    [TestCase("{\"triggerType\":\"Cron\",\"expression\":\"* * * * *\",\"startTime\":\"tomorrow\"}", "'tomorrow' is not a time")]
    [TestCase("{\"triggerType\":\"Recurrence\",\"frequency\":\"Day\",\"interval\":0}", "every 0 of 'Day'")]
    [TestCase("{\"triggerType\":\"Recurrence\",\"frequency\":\"Day\",\"interval\":1,\"schedule\":{\"hours\":[24],\"minutes\":[0]}}", "hours from 0 to 23")]
    public void Read_WhatIsNoTrigger_SaysWhy(string json, string problem)
    {
        FireRule? rule = FireRule.Read(Encoding.UTF8.GetBytes(json), out string? said);

        Assert.That(rule, Is.Null);
        Assert.That(said, Does.Contain(problem));
    }

    [Test]
    public void WindowsZones_EveryRow_NamesAZoneThatIsThere()
    {
        string[] names = ["Pacific Standard Time", "GTB Standard Time", "Tokyo Standard Time", "Line Islands Standard Time", "UTC-11"];

        Assert.That(names.Select(static n => TimeZoneInfo.TryFindSystemTimeZoneById(WindowsZones.Find(n)!, out _)), Has.All.True);
    }

    private static void AssertFires(string json, string made, string after, string[] expected)
    {
        FireRule rule = Read(json)!;
        var fires = new List<string>();
        long at = Ticks(after) - 1;
        for (int i = 0; i < expected.Length; i++)
        {
            at = rule.Next(at, Ticks(made)) ?? 0;
            fires.Add(new DateTime(at).ToString(new DateTime(at).Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        }

        Assert.That(fires, Is.EqualTo(expected));
    }

    private static FireRule? Read(string json) => FireRule.Read(Encoding.UTF8.GetBytes(json), out _);

    private static long Ticks(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture).Ticks;
}
