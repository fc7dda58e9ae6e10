namespace ServerlessCompute;

/// <summary>
/// The table of how a job's processes find each other. Specifications of components spell it as YAML does; of Ray, steps spell some members
/// as REST does.
/// </summary>
internal static class DistributionTables
{
    private static readonly UnionForm<Distribution> _union =
        new UnionForm<Distribution>(
                new MemberNames("distributionType", "distribution_type", "type"),
                new UnknownForm<Distribution>(word => new UnknownDistribution(word), distribution => distribution.Kind))
            .Add(
                "PyTorch",
                new Shape<PyTorchDistribution>(new())
                    .Add(MemberNames.NotRest("process_count_per_instance"), Forms.Integer, d => d.ProcessCountPerInstance, (d, v) => d with { ProcessCountPerInstance = v }),
                step: null,
                "pytorch")
            .Add(
                "Mpi",
                new Shape<MpiDistribution>(new())
                    .Add(MemberNames.NotRest("process_count_per_instance"), Forms.Integer, d => d.ProcessCountPerInstance, (d, v) => d with { ProcessCountPerInstance = v }))
            .Add(
                "TensorFlow",
                new Shape<TensorFlowDistribution>(new(), new() { ParameterServerCount = null })
                    .Add(MemberNames.NotRest("parameter_server_count"), Forms.Integer, d => d.ParameterServerCount, (d, v) => d with { ParameterServerCount = v })
                    .Add(MemberNames.NotRest("worker_count"), Forms.Integer, d => d.WorkerCount, (d, v) => d with { WorkerCount = v }),
                step: null,
                "tensorflow")
            .Add(
                "Ray",
                new Shape<RayDistribution>(new())
                    .Add(MemberNames.NotRest("port"), Forms.Integer, d => d.Port, (d, v) => d with { Port = v })
                    .Add(MemberNames.NotRest("address"), Forms.Text, d => d.Address, (d, v) => d with { Address = v })
                    .Add(new MemberNames(null, "includeDashboard", "include_dashboard"), Forms.Flag, d => d.IncludeDashboard, (d, v) => d with { IncludeDashboard = v })
                    .Add(new MemberNames(null, "dashboardPort", "dashboard_port"), Forms.Integer, d => d.DashboardPort, (d, v) => d with { DashboardPort = v })
                    .Add(new MemberNames(null, "headNodeAdditionalArgs", "head_node_additional_args"), Forms.Text, d => d.HeadNodeAdditionalArgs, (d, v) => d with { HeadNodeAdditionalArgs = v })
                    .Add(new MemberNames(null, "workerNodeAdditionalArgs", "worker_node_additional_args"), Forms.Text, d => d.WorkerNodeAdditionalArgs, (d, v) => d with { WorkerNodeAdditionalArgs = v }));

    public static ValueForm<Distribution> Distribution { get; } = new WireForm<Distribution>(_union, DistributionWire.Write, DistributionWire.Read);
}
