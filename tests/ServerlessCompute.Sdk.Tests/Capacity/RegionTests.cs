using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class RegionTests
{
    [TestCase("eastus", 0.192)]
    [TestCase("WestEurope", 0.24)]
    [TestCase("nowhere", 0.192)]
    [Category("S29")]
    public void Catalogue_OfARegion_HasItsPrices(string region, double price) =>
        Assert.That(VmCatalogue.Of(region).Find("Standard_D4s_v3")!.Price, Is.EqualTo((decimal)price));

    [Test]
    [Category("S29")]
    public void Catalogue_OfEveryRegion_HasTheSameSizesAndFamilies()
    {
        VmCatalogue elsewhere = VmCatalogue.Of("japaneast");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(elsewhere.Sizes.Select(static s => (s.Index, s.Name)), Is.EqualTo(VmCatalogue.Default.Sizes.Select(static s => (s.Index, s.Name))));
            Assert.That(elsewhere.Families, Is.SameAs(VmCatalogue.Default.Families));
            Assert.That(VmCatalogue.Of("JapanEast"), Is.SameAs(elsewhere));
        }
    }

    [Test]
    [Category("S30")]
    public void Catalogue_SizeThatIsElsewhereOnly_IsNotOffered()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(VmCatalogue.Of("eastus").Find("Standard_ND96isr_H200_v5")!.IsOffered, Is.False);
            Assert.That(VmCatalogue.Of("eastus2").Find("Standard_ND96isr_H200_v5")!.IsOffered);
            Assert.That(VmCatalogue.Of("swedencentral").Find("Standard_NC6s_v3")!.IsOffered, Is.False);
            Assert.That(VmCatalogue.Of("swedencentral").Find("Standard_NC24ads_A100_v4")!.SpotPrice, Is.Not.EqualTo(VmCatalogue.Default.Find("Standard_NC24ads_A100_v4")!.SpotPrice));
        }
    }

    [TestCase("eastus", "Failed")]
    [TestCase("eastus2", "Completed")]
    [Category("S30")]
    public async Task Job_OnASizeOfAnotherRegion_FailsAndNamesSizesOfThisOne(string region, string end)
    {
        using var service = new RawService(new InMemoryServerlessOptions { Region = region });
        await service.PutJobAsync("a", RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_ND96isr_H200_v5\"}"));

        await service.EndAsync("a");
        InMemoryJob job = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Status.ToString(), Is.EqualTo(end));
            Assert.That(job.ErrorMessage, end == "Failed" ? Does.Contain("is not offered in eastus. Use another size, for example Standard_ND96isr_H100_v5") : Is.Null);
        }
    }

    [Test]
    [Category("S29")]
    public async Task VmSizes_OfARegion_AreThoseItOffersAtItsPrices()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Region = "swedencentral" });

        JsonElement[] sizes = [.. (await service.SendAsync("GET", $"https://management.azure.com{service.Engine.Workspace.LocationPrefix}/vmSizes?api-version=2024-04-01")).Json.GetProperty("value").EnumerateArray()];
        JsonElement d4 = sizes.Single(static s => s.GetProperty("name").GetString() == "Standard_D4s_v3");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sizes.Select(static s => s.GetProperty("name").GetString()), Does.Not.Contain("Standard_NC6s_v3"));
            Assert.That(d4.GetProperty("estimatedVMPrices").GetProperty("values")[0].GetProperty("retailPrice").GetDecimal(), Is.EqualTo(0.204m));
        }
    }
}
