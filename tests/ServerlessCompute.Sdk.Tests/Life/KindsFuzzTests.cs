using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>Bodies of every kind with one part replaced by something else: each is refused or lives and ends; nothing breaks.</summary>
[TestFixture]
internal sealed class KindsFuzzTests
{
    private const int PerBody = 250;

    /// <summary>A Bayesian sweep that lost its limit makes 1000 trials and looks at those before it each time.</summary>
    private const int FewPerBody = 40;

    private static readonly string[] Odd =
        ["null", "5", "-1", "0.5", "true", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[1,\"a\",null]", "{\"a\":{\"b\":[]}}", "\"${{parent.jobs.a.outputs.o}}\"", "\"${{parent.inputs.raw}}\"", "\"${{\"", "\"}}\"", "\"PT1H\"", "1e300", "\"azureml:c:1\""];

    private static IEnumerable<TestCaseData> Valid()
    {
        yield return new TestCaseData(Bodies.Sweep("\"earlyTermination\":{\"policyType\":\"Bandit\",\"slackFactor\":0.1,\"evaluationInterval\":1}", """{"lr":["uniform",[0.1,1]],"m":["choice",[[{"k":1,"d":["randint",[3]]},"b"]]]}""")).SetArgDisplayNames("Sweep");
        yield return new TestCaseData(Bodies.Sweep(space: """{"lr":["uniform",[0.1,1]],"m":["choice",[["a","b"]]]}""", sampling: "Bayesian", total: 8)).SetArgDisplayNames("Bayesian");
        yield return new TestCaseData(Bodies.AutoMl("""
            "taskType":"Classification","targetColumnName":"y","primaryMetric":"Accuracy","limitSettings":{"maxTrials":4,"maxConcurrentTrials":2,"timeout":"PT6H","exitScore":0.99},"trainingSettings":{"allowedTrainingAlgorithms":["SGD","KNN"]}
            """)).SetArgDisplayNames("AutoML");
        yield return new TestCaseData(Bodies.Spark()).SetArgDisplayNames("Spark");
        yield return new TestCaseData(Bodies.FineTuning("\"resources\":{\"instanceTypes\":[\"Standard_D2_v3\"]}")).SetArgDisplayNames("FineTuning");
        yield return new TestCaseData(Bodies.Pipeline("""
            {"a":{"type":"command","componentId":"azureml:c:1","inputs":{"n":{"value":"1","job_input_type":"literal"}},"resources":{"instance_count":2},"distribution":{"type":"pytorch","process_count_per_instance":1},"limits":{"timeout":60}},
             "b":{"type":"parallel","componentId":"azureml:c:1","inputs":{"i":"${{parent.jobs.a.outputs.o}}"},"mini_batch_size":"1kb","input_data":"${{inputs.i}}","task":{"type":"run_function","entry_script":"s.py"},"partition_keys":"[\"a\"]"},
             "s":{"type":"sweep","trial":{"componentId":"azureml:c:1"},"search_space":{"n":{"type":"choice","values":[1,2]}},"sampling_algorithm":"grid","objective":{"goal":"maximize","primary_metric":"m"},"limits":{"max_total_trials":2,"timeout":600}},
             "m":{"type":"automl","task":"classification","primary_metric":"accuracy","target_column_name":"y","training_data":"${{parent.inputs.raw}}","limits":{"max_trials":1,"timeout_minutes":60},"training":{"enable_vote_ensemble":false}},
             "k":{"type":"spark","componentId":"azureml:c:1","entry":{"file":"a.py"},"conf":{"spark.executor.instances":1}}}
            """, """ "inputs":{"raw":{"jobInputType":"mltable","uri":"azureml://datastores/workspaceblobstore/paths/x/"}} """.Trim())).SetArgDisplayNames("Pipeline");
        yield return new TestCaseData(Bodies.Pipeline("""
            {"body":{"type":"command","componentId":"azureml:c:1","inputs":{"n":"1"}},"loop":{"type":"do_while","body":"${{parent.jobs.body}}","condition":"o","mapping":{"o":["i"]},"limits":{"max_iteration_count":3}},
             "each":{"type":"command","componentId":"azureml:c:1"},"for":{"type":"parallel_for","body":"${{parent.jobs.each}}","items":"[{\"n\":\"1\"},{\"n\":\"2\"}]","max_concurrency":1},
             "if":{"type":"if_else","condition":"true","true_block":"${{parent.jobs.yes}}","false_block":["${{parent.jobs.no}}"]},
             "yes":{"type":"command","componentId":"azureml:c:1","inputs":{"n":"8"}},"no":{"type":"pipeline","componentId":"azureml:p:1"}}
            """).Replace("\"default_compute\":\"serverless\"", "\"default_compute\":\"serverless\",\"on_init\":\"yes\",\"on_finalize\":\"no\"", StringComparison.Ordinal)).SetArgDisplayNames("Control flow");
    }

    [TestCaseSource(nameof(Valid))]
    public async Task Put_WithOnePartReplaced_IsRefusedOrEnds(string body)
    {
        using var service = new PipelineService();
        await service.ComponentAsync("c", "c", """{"n":{"type":"integer","optional":true},"i":{"type":"uri_folder","optional":true}}""", """{"o":{"type":"uri_folder"}}""");
        await service.SpecAsync("p", """{"type":"pipeline","jobs":{"x":{"type":"command","componentId":"azureml:c:1"}}}""");
        int paths = Paths(JsonNode.Parse(body)!["properties"]!).Count;
        int taken = 0;
        int count = body.Contains("Bayesian", StringComparison.Ordinal) ? FewPerBody : PerBody;
        for (int i = 0; i < count; i++)
        {
            JsonNode changed = JsonNode.Parse(body)!;
            (JsonNode owner, string? name, int index) = Paths(changed["properties"]!)[(int)Draw.Below(1, body, $"path {i}", paths)];
            JsonNode? value = JsonNode.Parse(Odd[Draw.Below(1, body, $"value {i}", Odd.Length)]);
            if (name is null)
            {
                owner.AsArray()[index] = value;
            }
            else
            {
                owner[name] = value;
            }

            RawAnswer answer = await service.Raw.ArmAsync("PUT", $"jobs/j{i}", changed.ToJsonString(), "2024-10-01-preview");
            Assert.That(answer.Status, Is.EqualTo(201).Or.InRange(400, 499), changed.ToJsonString());
            if (answer.Status == 201)
            {
                taken++;
                await service.Serverless.RunUntilIdleAsync().WaitAsync(TimeSpan.FromMinutes(1));
                Assert.That(service.Serverless.FindJob($"j{i}")!.Status.IsTerminal, changed.ToJsonString());
                Assert.That((await service.Raw.ArmAsync("GET", $"jobs/j{i}", version: "2024-01-01-preview")).Status, Is.EqualTo(200), changed.ToJsonString());
                Assert.That((await service.Raw.SendAsync("GET", $"{service.Raw.History}/runs/j{i}/children")).Status, Is.EqualTo(200), changed.ToJsonString());
                Assert.That((await service.Raw.DetailsAsync($"j{i}")).Status, Is.EqualTo(200), changed.ToJsonString());
            }
        }

        Assert.That(taken, Is.InRange(count / 10, count), "Some changes matter, and some do not.");
        Assert.That(service.Raw.Engine.Ledger.DedicatedUsed, Is.Zero);
    }

    private static List<(JsonNode Owner, string? Name, int Index)> Paths(JsonNode node)
    {
        var paths = new List<(JsonNode, string?, int)>();
        void Walk(JsonNode? at)
        {
            if (at is JsonObject map)
            {
                foreach ((string name, JsonNode? value) in map)
                {
                    paths.Add((map, name, 0));
                    Walk(value);
                }
            }
            else if (at is JsonArray list)
            {
                for (int i = 0; i < list.Count; i++)
                {
                    paths.Add((list, null, i));
                    Walk(list[i]);
                }
            }
        }

        Walk(node);
        return paths;
    }
}
