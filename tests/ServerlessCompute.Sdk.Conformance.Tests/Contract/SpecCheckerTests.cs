using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>The check finds what is beside the contract, each kind of it, and nothing in what the contract's own examples send.</summary>
internal sealed class SpecCheckerTests
{
    private const string Stable = "2024-04-01";
    private const string Preview = "2024-01-01-preview";

    private const string Sound = """
        {
          "properties": {
            "jobType": "Command", "displayName": "d", "tags": { "a": "b" }, "command": "echo ${{inputs.x}}", "environmentId": "azureml:e:1",
            "environmentVariables": { "A": "1" }, "isArchived": false,
            "identity": { "identityType": "Managed", "clientId": "6f9619ff-8b86-d011-b42d-00c04fc964ff" },
            "inputs": { "x": { "jobInputType": "literal", "value": "1" }, "d": { "jobInputType": "uri_folder", "uri": "azureml:d:1", "mode": "Download" } },
            "outputs": { "o": { "jobOutputType": "uri_file" } },
            "resources": { "instanceCount": 2, "shmSize": "2g", "properties": { "p": null } },
            "queueSettings": { "jobTier": "Spot" },
            "distribution": { "distributionType": "PyTorch", "processCountPerInstance": 2 },
            "limits": { "jobLimitsType": "Command", "timeout": "PT1H30M" },
            "notificationSetting": { "emails": [ "a@example.com" ], "emailOn": [ "JobFailed" ] }
          }
        }
        """;

    [Test]
    public void Check_ASoundJob_FindsNothing() => Assert.That(Check(Sound), Is.Empty);

    // Each fault, and where it is told.
    [TestCase(SpecProblemKind.WrongType, "properties.command", "command", "7")]
    [TestCase(SpecProblemKind.WrongType, "properties.tags", "tags", "[]")]
    [TestCase(SpecProblemKind.WrongType, "properties.tags.a", "tags.a", "true")]
    [TestCase(SpecProblemKind.WrongType, "properties.isArchived", "isArchived", "\"no\"")]
    [TestCase(SpecProblemKind.WrongType, "properties.resources.instanceCount", "resources.instanceCount", "1.5")]
    [TestCase(SpecProblemKind.WrongType, "properties.resources.instanceCount", "resources.instanceCount", "\"2\"")]
    [TestCase(SpecProblemKind.WrongType, "properties.limits.timeout", "limits.timeout", "\"90 minutes\"")]
    [TestCase(SpecProblemKind.WrongType, "properties.limits.timeout", "limits.timeout", "5400")]
    [TestCase(SpecProblemKind.WrongType, "properties.identity.clientId", "identity.clientId", "\"me\"")]
    [TestCase(SpecProblemKind.WrongType, "properties.inputs.x", "inputs.x", "\"1\"")]
    [TestCase(SpecProblemKind.WrongType, "properties.notificationSetting.emails", "notificationSetting.emails", "\"a@example.com\"")]
    [TestCase(SpecProblemKind.MissingMember, "properties", "command", null)]
    [TestCase(SpecProblemKind.MissingMember, "properties", "jobType", null)]
    [TestCase(SpecProblemKind.MissingMember, "properties.inputs.d", "inputs.d.uri", null)]
    [TestCase(SpecProblemKind.MissingMember, "properties.distribution", "distribution.distributionType", null)]
    [TestCase(SpecProblemKind.UnknownMember, "properties.instanceType", "instanceType", "\"x\"")]
    [TestCase(SpecProblemKind.UnknownMember, "properties.queueSettings.priority", "queueSettings.priority", "1")]
    [TestCase(SpecProblemKind.UnknownMember, "properties.outputs.o.assetName", "outputs.o.assetName", "\"n\"")]
    [TestCase(SpecProblemKind.UnknownMember, "properties.inputs.x.uri", "inputs.x.uri", "\"u\"")]
    [TestCase(SpecProblemKind.UnknownWord, "properties.jobType", "jobType", "\"command\"")]
    [TestCase(SpecProblemKind.UnknownWord, "properties.queueSettings.jobTier", "queueSettings.jobTier", "\"spot\"")]
    [TestCase(SpecProblemKind.UnknownWord, "properties.inputs.d.mode", "inputs.d.mode", "\"ro_mount\"")]
    [TestCase(SpecProblemKind.UnknownWord, "properties.distribution.distributionType", "distribution.distributionType", "\"Ray\"")]
    [TestCase(SpecProblemKind.UnknownWord, "properties.notificationSetting.emailOn[0]", "notificationSetting.emailOn", "[\"Failed\"]")]
    [TestCase(SpecProblemKind.Pattern, "properties.command", "command", "\"  \"")]
    [TestCase(SpecProblemKind.Pattern, "properties.resources.shmSize", "resources.shmSize", "\"2 GB\"")]
    [TestCase(SpecProblemKind.NullValue, "properties.resources", "resources", "null")]
    [TestCase(SpecProblemKind.NullValue, "properties.command", "command", "null")]
    [TestCase(SpecProblemKind.ReadOnlyMember, "properties.status", "status", "\"Running\"")]
    public void Check_AFault_IsFoundWhereItStands(SpecProblemKind kind, string where, string member, string? value)
    {
        IReadOnlyList<SpecProblem> problems = Check(With(member, value));

        Assert.That(problems.Select(problem => (problem.Kind, problem.Path)), Is.EqualTo(new[] { (kind, where) }), string.Join('\n', problems));
    }

    [TestCase("queueSettings.priority", "1", Preview)]
    [TestCase("outputs.o.assetName", "\"n\"", "2025-12-01")]
    [TestCase("outputs.o.assetVersion", "\"1\"", "2026-05-15-preview")]
    [TestCase("resources.dockerArgsList", "[\"-a\"]", "2025-12-01")]
    [TestCase("distribution", """{ "distributionType": "Ray", "port": 1 }""", Preview)]
    public void Check_AMemberOfAnotherVersion_IsKnownThereOnly(string member, string value, string version)
    {
        string body = With(member, value);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(body), Is.Not.Empty);
            Assert.That(Check(body, version), Is.Empty);
        }
    }

    [Test]
    public void Check_ARequestThatTheContractDoesNotHave_IsFound()
    {
        var request = new StandInRequest("PUT", new Uri($"https://management.azure.com{StandInService.Workspace}/kettles/a"), new JsonObject(), []);

        Assert.That(SpecChecker.Check([request]).Select(problem => problem.Kind), Is.EqualTo(new[] { SpecProblemKind.UnknownRoute }));
    }

    [Test]
    public void Contract_EveryName_HasItsRow() =>
        Assert.That(
            from model in Spec.Contract.Models
            from shape in model.Members.Select(member => member.Shape).Concat(model.Choices.Where(choice => choice.Model is not null).Select(choice => new SpecShape(choice.Model!)))
            let name = Innermost(shape).Name
            where name is not ("string" or "int" or "long" or "number" or "bool" or "duration" or "uuid" or "any") && Spec.Contract.FindModel(name) is null && Spec.Contract.FindWords(name) is null
            select $"{model.Name}: {name}",
            Is.Empty);

    [Test]
    public void Check_TheExamplesOfTheSpecification_AreSound()
    {
        string folder = SharedMaterial.Demand("contract", Stable, "examples");
        (string File, string Model, JsonNode? Body)[] bodies =
        [
            .. from file in Directory.EnumerateFiles(folder, "createOrUpdate.json", SearchOption.AllDirectories)
               let name = Path.GetRelativePath(folder, file).Replace('\\', '/')
               let model = ModelOfExample(name)
               where model is not null
               select (name, model, JsonNode.Parse(File.ReadAllText(file))!["parameters"]!["body"]),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bodies, Has.Length.GreaterThan(8));
            foreach ((string file, string model, JsonNode? body) in bodies)
            {
                IEnumerable<SpecProblem> problems = SpecChecker.Check(model, body, Stable);
                Assert.That(problems.Select(problem => $"{file}: {problem}"), Is.Empty);
            }
        }
    }

    private static string? ModelOfExample(string file) => file.Split('/') switch
    {
        ["Job", ..] => "JobBaseResource",
        ["Schedule", ..] => "ScheduleResource",
        [.., "CodeVersion", _] => "CodeVersionResource",
        [.., "EnvironmentVersion", _] => "EnvironmentVersionResource",
        [.., "ComponentVersion", _] => "ComponentVersionResource",
        [.., "DataVersionBase", _] => "DataVersionBaseResource",
        [.., "ModelVersion", _] => "ModelVersionResource",
        _ => null,
    };

    private static SpecShape Innermost(SpecShape shape) => shape.Items is null ? shape : Innermost(shape.Items);

    private static IReadOnlyList<SpecProblem> Check(string body, string version = Stable) => SpecChecker.Check("JobBaseResource", JsonNode.Parse(body), version);

    // The sound job with another value for one member, or without it.
    private static string With(string member, string? value)
    {
        JsonNode body = JsonNode.Parse(Sound)!;
        string[] path = member.Split('.');
        JsonObject parent = path[..^1].Aggregate(body["properties"]!, (node, name) => node[name]!).AsObject();
        if (value is null)
        {
            parent.Remove(path[^1]);
        }
        else
        {
            parent[path[^1]] = JsonNode.Parse(value);
        }

        return body.ToJsonString();
    }
}
