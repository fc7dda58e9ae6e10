namespace ServerlessCompute;

/// <summary>The parts of the service's address space.</summary>
internal enum RouteArea
{
    /// <summary>Azure Resource Manager, below the workspace's id.</summary>
    Workspace,

    /// <summary>Azure Resource Manager, below the provider's location.</summary>
    Location,

    /// <summary>Azure Resource Manager, below the provider in the subscription.</summary>
    Subscription,

    /// <summary>The region's <c>/history/v1.0</c>, below the workspace's id.</summary>
    History,

    /// <summary>The region's <c>/data/v1.0</c>, below the workspace's id.</summary>
    Data,

    /// <summary>The region's <c>/mlflow/v1.0</c>, below the workspace's id.</summary>
    Mlflow,

    /// <summary>The region's host itself.</summary>
    Region,
}
