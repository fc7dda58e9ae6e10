using System.Text;

namespace ServerlessCompute;

[TestFixture]
internal sealed class ContractCheckTests
{
    private const string Least = "\"jobType\":\"Command\",\"command\":\"echo\",\"environmentId\":\"azureml:e:1\"";

    private static Refusal? Check(string properties, Strictness strictness = Strictness.AsRecorded, string version = "2024-04-01") =>
        ContractCheck.Check("JobBaseResource", Encoding.UTF8.GetBytes($"{{\"properties\":{{{properties}}}}}"), ApiVersion.Parse(version)!, strictness);

    [Test]
    public void Check_LeastCommand_IsAccepted([Values] Strictness strictness) => Assert.That(Check(Least, strictness), Is.Null);

    [TestCase("\"jobType\":\"Command\",\"environmentId\":\"azureml:e:1\"", "properties.command", "missing")]
    [TestCase("\"jobType\":\"Command\",\"command\":\"echo\"", "properties.environmentId", "missing")]
    [TestCase("\"jobType\":\"Command\",\"command\":null,\"environmentId\":\"azureml:e:1\"", "properties.command", "missing")]
    [TestCase("\"jobType\":\"Command\",\"command\":\" \",\"environmentId\":\"azureml:e:1\"", "properties.command", "at least one letter")]
    [TestCase("\"command\":\"echo\",\"environmentId\":\"azureml:e:1\"", "properties.jobType", "missing")]
    [TestCase("\"jobType\":\"Labour\"", "properties.jobType", "none of AutoML, Command, Pipeline, Spark, Sweep")]
    [TestCase(Least + ",\"resources\":{\"instanceCount\":\"two\"}", "properties.resources.instanceCount", "expected a whole number, got a string")]
    [TestCase(Least + ",\"resources\":{\"instanceCount\":1.5}", "properties.resources.instanceCount", "expected a whole number, got a number")]
    [TestCase(Least + ",\"resources\":{\"shmSize\":\"x\"}", "properties.resources.shmSize", "2g")]
    [TestCase(Least + ",\"resources\":[]", "properties.resources", "expected an object, got a list")]
    [TestCase(Least + ",\"inputs\":{\"data\":{\"jobInputType\":\"uri_folder\"}}", "properties.inputs.data.uri", "missing")]
    [TestCase(Least + ",\"inputs\":{\"data\":{\"uri\":\"azureml:x:1\"}}", "properties.inputs.data.jobInputType", "missing")]
    [TestCase(Least + ",\"inputs\":{\"data\":{\"jobInputType\":\"folder\",\"uri\":\"x\"}}", "properties.inputs.data.jobInputType", "none of custom_model, literal")]
    [TestCase(Least + ",\"limits\":{\"jobLimitsType\":\"Command\",\"timeout\":\"1h\"}", "properties.limits.timeout", "ISO 8601")]
    [TestCase(Least + ",\"limits\":{\"jobLimitsType\":\"Command\",\"timeout\":\"-PT5S\"}", "properties.limits.timeout", "ISO 8601")]
    [TestCase(Least + ",\"distribution\":{\"distributionType\":\"Gloo\"}", "properties.distribution.distributionType", "none of Mpi, PyTorch, TensorFlow, Ray")]
    [TestCase(Least + ",\"tags\":[]", "properties.tags", "expected an object, got a list")]
    [TestCase(Least + ",\"notificationSetting\":{\"emails\":[\"a\",{}]}", "properties.notificationSetting.emails[]", "expected a string, got an object")]
    public void Check_WrongBody_NamesPathAndRule(string properties, string path, string text)
    {
        Refusal error = Check(properties)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Status, Is.EqualTo(400));
            Assert.That(error.Target, Is.EqualTo(path));
            Assert.That(error.Message, Does.StartWith(path + ": ").And.Contain(text));
        }
    }

    [Test]
    public void Check_SeveralProblems_AreAllInTheDetails()
    {
        Refusal error = Check("\"jobType\":\"Command\",\"resources\":{\"instanceCount\":\"2\"},\"identity\":5")!;

        Assert.That(
            error.Details.Select(static d => d.Path),
            Is.EqualTo(new[] { "properties.resources.instanceCount", "properties.identity", "properties.command", "properties.environmentId" }));
    }

    // What recordings show accepted, and the strict reading names.
    [TestCase(Least + ",\"surprise\":1", "properties.surprise")]
    [TestCase(Least + ",\"queueSettings\":{\"jobTier\":\"spot\"}", "properties.queueSettings.jobTier")]
    [TestCase(Least + ",\"queueSettings\":{\"jobTier\":\"Gold\"}", "properties.queueSettings.jobTier")]
    [TestCase(Least + ",\"queueSettings\":{\"jobTier\":\"Spot\",\"priority\":1}", "properties.queueSettings.priority")]
    [TestCase(Least + ",\"environmentVariables\":{\"A\":1,\"B\":true}", "properties.environmentVariables.A")]
    [TestCase(Least + ",\"resources\":{\"dockerArgsList\":[\"--gpus\"]}", "properties.resources.dockerArgsList")]
    [TestCase(Least + ",\"distribution\":{\"distributionType\":\"Ray\"}", "properties.distribution.distributionType")]
    [TestCase(Least + ",\"experimentName\":null", "properties.experimentName")]
    public void Check_BeyondTheContract_IsRefusedByTheStrictReadingOnly(string properties, string path)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(properties), Is.Null);
            Assert.That(Check(properties, Strictness.Contract)?.Target, Is.EqualTo(path));
        }
    }

    [TestCase(Least + ",\"resources\":{\"dockerArgsList\":[\"--gpus\"]}", "2025-12-01")]
    [TestCase(Least + ",\"queueSettings\":{\"jobTier\":\"Spot\",\"priority\":1}", "2024-04-01-preview")]
    [TestCase(Least + ",\"distribution\":{\"distributionType\":\"Ray\",\"port\":6379}", "2023-04-01-preview")]
    [TestCase(Least + ",\"outputs\":{\"o\":{\"jobOutputType\":\"uri_folder\",\"assetName\":\"a\"}}", "2025-12-01")]
    public void Check_MemberOfALaterVersion_IsKnownInThatVersion(string properties, string version) =>
        Assert.That(Check(properties, Strictness.Contract, version), Is.Null);

    [TestCase("")]
    [TestCase("{")]
    [TestCase("{\"properties\":{}} trailing")]
    [TestCase("nonsense")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"command\":\"\\ud800\",\"environmentId\":\"e\"}}")]
    public void Check_MalformedJson_IsTheGatewaysError(string body)
    {
        Refusal error = ContractCheck.Check("JobBaseResource", Encoding.UTF8.GetBytes(body), ApiVersion.Default, Strictness.AsRecorded)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Status, Is.EqualTo(400));
            Assert.That(error.Code, Is.EqualTo("InvalidRequestContent"));
        }
    }

    [Test]
    public void Check_BytesThatAreNotUtf8_AreRefused()
    {
        byte[] body = [.. "{\"properties\":{\"jobType\":\""u8, 0xFF, .. "\"}}"u8];

        Assert.That(ContractCheck.Check("JobBaseResource", body, ApiVersion.Default, Strictness.AsRecorded)?.Message, Does.Contain("UTF-8"));
    }

    [Test]
    public void Check_HugeBody_IsRefusedBeforeItIsRead() =>
        Assert.That(ContractCheck.Check("JobBaseResource", new byte[(4 * 1024 * 1024) + 1], ApiVersion.Default, Strictness.AsRecorded)?.Status, Is.EqualTo(413));

    [TestCase("CodeVersionResource", "{\"properties\":{\"codeUri\":\"https://x\",\"properties\":{\"hash_version\":202208}}}", true)]
    [TestCase("EnvironmentVersionResource", "{\"properties\":{\"image\":\"python:3.12\"}}", true)]
    [TestCase("EnvironmentVersionResource", "{\"properties\":{\"build\":{}}}", false)]
    [TestCase("DataVersionBaseResource", "{\"properties\":{\"dataType\":\"uri_file\",\"dataUri\":\"azureml://datastores/a/paths/b\"}}", true)]
    [TestCase("DataVersionBaseResource", "{\"properties\":{\"dataUri\":\"azureml://datastores/a/paths/b\"}}", false)]
    public void Check_Assets_FollowTheirModels(string model, string body, bool accepted) =>
        Assert.That(ContractCheck.Check(model, Encoding.UTF8.GetBytes(body), ApiVersion.Default, Strictness.AsRecorded) is null, Is.EqualTo(accepted));
}
