using System.Text;

namespace ServerlessCompute;

internal sealed class ServiceErrorTests
{
    [TestCase("error-arm", "UserError", "JobNotFound", "Job brave_tree_1 not found.", "f98e140ad5e5cd643aee133c890dfca8")]
    [TestCase("error-gateway", "ResourceNotFound", "ResourceNotFound", "The Resource 'Microsoft.MachineLearningServices/workspaces/ws' under resource group 'rg' was not found.", null)]
    [TestCase("error-inner-call", "ServiceError", "ServiceUnavailable", "Received 503 from a service request", null)]
    [TestCase("error-data-plane", "UserError", "NotFoundError", "No such run.", "390b59cc2fe710072f6acfeb2c2ebc94")]
    [TestCase("error-mlflow", "RESOURCE_DOES_NOT_EXIST", "RESOURCE_DOES_NOT_EXIST", "Run 'brave_tree_1' not found", null)]
    public void TryRead_EachShape_TellsCodeAndMessage(string answer, string code, string telling, string message, string? operation)
    {
        ServiceError? error = ServiceError.TryRead(Answer.Bytes(answer));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error?.Code, Is.EqualTo(code));
            Assert.That(error?.TellingCode, Is.EqualTo(telling));
            Assert.That(error?.Message, Is.EqualTo(message));
            Assert.That(error?.Operation, Is.EqualTo(operation));
        }
    }

    [Test]
    public void TryRead_InnerCodes_AreInOrder() =>
        Assert.That(
            ServiceError.TryRead("""{"error":{"code":"UserError","additionalInfo":[{"info":{"value":{"innerError":{"code":"b","innerError":{"innerError":null,"code":"c"}},"code":"a"}},"type":"InnerError"}]}}"""u8)?.InnerCodes,
            Is.EqualTo(new[] { "a", "b", "c" }));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("<html><body>502 Bad Gateway</body></html>")]
    [TestCase("{\"error\":\"invalid_client\"}")]
    [TestCase("{\"error\":{\"code\":5}}")]
    [TestCase("{\"error\":{\"additionalInfo\":[{\"type\":\"InnerError\",\"info\":7}]}}")]
    public void TryRead_NoError_IsNull(string body) => Assert.That(ServiceError.TryRead(Encoding.UTF8.GetBytes(body)), Is.Null);

    [Test]
    public void TryRead_InnerErrorsWithoutEnd_IsNull()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"innerError\":", 10_000));

        Assert.That(ServiceError.TryRead(Encoding.UTF8.GetBytes($"{{\"error\":{{\"code\":\"c\",\"innerError\":{deep}")), Is.Null);
    }

    [Test]
    public void TryRead_RecordedErrors_TellTheInnermostCode()
    {
        Recordings.Demand();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Recorded("040")?.TellingCode, Is.EqualTo("JobNotFound"));
            Assert.That(Recorded("043")?.TellingCode, Is.EqualTo("InvalidExpressionInJob"));
            Assert.That(Recorded("045")?.TellingCode, Is.EqualTo("TooManyRequests"));
            Assert.That(Recorded("046")?.TellingCode, Is.EqualTo("ServiceUnavailable"));
            Assert.That(Recorded("053")?.TellingCode, Is.EqualTo("ResourceNotFound"));
            Assert.That(Recorded("088")?.TellingCode, Is.EqualTo("NotFoundError"));
        }
    }

    private static ServiceError? Recorded(string prefix) => ServiceError.TryRead(Encoding.UTF8.GetBytes(Recordings.Body(prefix)!.ToJsonString()));
}
